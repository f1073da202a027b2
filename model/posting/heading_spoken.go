package posting

import (
	"regexp"
	"strings"

	"shortlist/model/requirement"
)

// This file belongs to the third stage: it recognises headings that are whole phrases: "What we ask for".

// spokenHeadings are headings that are whole phrases: "What we ask for", "It would be great if you also have".
var spokenHeadings = []struct {
	heading heading
	pattern func() *regexp.Regexp
}{
	{heading{zone: zoneDemands, class: Desirable}, lazy(oneOf{
		`^it would be (?:an? )?(?:plus|bonus|asset|advantage|good|nice|great) to have$`,
		`^ce serait (?:un plus|un atout|ideal)$`,
		`^(?:helpful|useful|welcome)(?:,| but).{0,30}$`,
		seq{`^(?:(?:it (?:would|will) be|it'?s|it is|even|ce serait) )?(?:an? )?`, oneOf{
			`advantage`,
			`asset`,
			`better`,
			`bonus`,
			`good`,
			`great`,
			`helpful`,
			`ideal`,
			`nice`,
			`plus`,
			`un atout`,
			`un plus`,
		}, `(?: also)? (?:if|when|si) (?:you|vous)\b`},
		`^you (?:may|might|could) also (?:have|bring)$`,
		`^(?:would|will|could) (?:strengthen|support|help)\b.{0,40}$`,
		`^(?:we|nous) (?:would )?(?:also )?(?:welcome|value|apprecions|apprecierions)\b.{0,30}$`,
		`^(?:conditions?|criteres?|competences?|qualifications?|elements?|points?|qualites?|experiences?|formations?|connaissances?) (?:apprecie|souhaite|valorise|souhaitable)e?s?$`,
		`^(?:it |what |this |ce qui )?.{0,30}\b(?:in your favou?r|counts? (?:as|for) extra|en votre faveur|en plus|tirerez avantage|plairai(?:t|ent))\b.{0,30}$`,
		`^ideally,? you (?:also )?have$`,
		`^idealement,? vous (?:avez|possedez)$`,
	})},
	{heading{zone: zoneDemands}, lazy(oneOf{
		seq{`^(?:what|who|here'?s what) (?:we|we'?re|we are) `, oneOf{
			`ask`,
			`expect`,
			`hope`,
			`look`,
			`looking`,
			`need`,
			`require`,
			`seek`,
			`value`,
			`want`,
		}, `\b`},
		`^what (?:the|this) (?:job|post|role|position) (?:needs|requires|asks|takes|demands)$`,
		`^what (?:you|you'?ll|you will|do you|you should|you must) (?:need|bring|have|should have|must have)\b`,
		`^(?:you should|you must|you will) have$`,
		`^ce que (?:nous (?:cherchons|attendons|demandons|recherchons)|vous (?:apportez|devez avoir))\b`,
		`^(?:we (?:would like to hear|want to hear|are looking|look)|we'd like to hear) (?:from|for)\b.{0,40}$`,
		`^(?:who can apply|qui peut (?:postuler|se presenter))$`,
		`^(?:pour ce poste,? )?il (?:vous )?faut$`,
		`^ce qui compte(?: pour (?:nous|ce poste))?$`,
		`^(?:to|for) .{3,40}\byou (?:will )?need$`,
		`^(?:le|votre|ton|notre) profil\b.{0,40}$`,
		`^profil (?:que|qui|idealement|demande|exige|vise)\b.{0,40}$`,
		`^(?:the|your) (?:profile|person)\b.{0,30}$`,
		`^(?:key |main |minimum )?(?:requirements|criteria|exigences|criteres|qualifications) (?:for|of|du|de la|pour)\b.{0,40}$`,
		`^(?:is this|could this be|are) you$`,
		`^vous (?:avez|possedez|etes)$`,
	})},
	{heading{zone: zoneDuties}, lazy(oneOf{
		`^what (?:you|you'?ll|you will|will you) (?:do|be doing|work on|be working on)\b`,
		`^(?:ce que|que) (?:vous ferez|ferez-vous)\b`,
		`^(?:your (?:day|week|work|job)|the (?:work|job|tasks))$`,
		`^your (?:day|week)\b`,
		`^in this (?:post|job|role|position),? you (?:will|would)?$`,
		`^ce qui vous (?:revient|incombe)$`,
		`^votre (?:travail|role|quotidien)\b`,
	})},
	{heading{zone: zoneOther}, lazy(oneOf{
		seq{`^what `, oneOf{
			`you(?:'?ll| will)? (?:get|receive)`,
			`you can expect`,
			`we (?:can )?(?:offer|give|provide)`,
			`we have to offer`,
			`is in it for you`,
		}, `\b`},
		`^we (?:give|offer|provide)(?: you)?$`,
		`^(?:applying|to apply|interested|the offer|next steps)$`,
		`^what (?:we|you|the \w+|our \w+) (?:gives?|offers?|gets?|will get)\b.{0,40}$`,
		`^ce que .{2,30} (?:vous )?(?:apporte|offre|propose|garantit)(?:ons|nt)?$`,
		`^in return\b.{0,30}$`,
		`^nos engagements$`,
		`^how (?:we|you) (?:shortlist|select|choose|recruit|decide|apply|assess)\b.{0,30}$`,
		`^comment (?:nous|se|on) .{0,40}$`,
		`^why (?:you|work|join|us)\b`,
		`^ce que nous (?:offrons|proposons)\b`,
		`^nous (?:offrons|proposons)$`,
	})},
	{heading{zone: zoneCompetency}, lazy(`^(?:behaviou?rs|qualities|strengths) (?:we|that we) (?:will )?(?:test|look|assess|check)\b.{0,40}$`)},
}

func spokenHeading(words string) *heading {
	if len(words) > 70 {
		return nil
	}
	low := strings.TrimRight(requirement.Fold(words), " :?!…")
	switch firstRune(low) {
	case 'w', 'i', 'y', 'n', 'c', 'v', 'e', 'h', 'a', 'q', 'g', 'b', 'u', 't', 'l', 'p', 'k', 'm', 'r', 's', 'f':
	default:
		return nil
	}
	for i := range spokenHeadings {
		if spokenHeadings[i].pattern().MatchString(low) {
			return &spokenHeadings[i].heading
		}
	}
	return nil
}
