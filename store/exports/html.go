package exports

// This file writes the report as one web page that needs nothing else: no script, no picture, no network. The template
// escapes everything by its place in the page.

import (
	"bufio"
	"errors"
	"fmt"
	"html/template"
	"io"
	"slices"
	"sync"

	"shortlist/model"
)

func writeHTML(w io.Writer, r model.Report) error {
	out := bufio.NewWriter(w)
	if err := errors.Join(htmlTemplate().Execute(out, r), out.Flush()); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

var htmlTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Funcs(template.FuncMap{
		"sight": sightSentence, "facts": facts, "source": source, "weight": weight, "scale": scale, "points": points, "sealed": sealed,
		"rules": ruleLines, "name": nameOf, "because": because, "moment": formatTime, "ranked": ranked, "score": score, "optional": optional, "named": nameOrHidden,
		"ratings": func(c model.ReportCandidate, label string) []model.ReportRating {
			return slices.DeleteFunc(slices.Clone(c.Ratings), func(x model.ReportRating) bool { return x.Criterion != label })
		},
		"agreed": func(c model.ReportCandidate, label string) []model.ReportAgreed {
			return slices.DeleteFunc(slices.Clone(c.Agreed), func(x model.ReportAgreed) bool { return x.Criterion != label })
		},
		"class": func(r model.Report, c model.Class) []model.ReportCriterion {
			return slices.DeleteFunc(slices.Clone(r.Vacancy.Criteria), func(k model.ReportCriterion) bool { return k.Class != c })
		},
	}).Parse(htmlPage))
})

const htmlPage = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{or .Vacancy.Title "Vacancy without a title"}}</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
table { border-collapse: collapse; margin: 1rem 0 } th, td { border: 1px solid #999; padding: .2rem .6rem; text-align: left; vertical-align: top }
code { overflow-wrap: anywhere } pre { white-space: pre-wrap; border: 1px solid #999; padding: .5rem }
blockquote { margin: .2rem 0 .2rem 1rem; padding-left: .6rem; border-left: 3px solid #999 } .text { white-space: pre-line }
@media print { section.candidate { break-inside: avoid } }
</style>
</head>
<body>
<h1>{{or .Vacancy.Title "Vacancy without a title"}}</h1>
{{if .Vacancy.Invented}}<p><strong>A sample: everybody and everything in it is invented.</strong></p>
{{end}}<p>{{sight .}}</p>
<table>{{range facts .}}
<tr><th>{{index . 0}}</th><td>{{index . 1}}</td></tr>{{end}}
</table>
<h2>Criteria</h2>
<h3>Essential</h3>
{{template "criteria" class . "essential"}}<h3>Desirable</h3>
{{template "criteria" class . "desirable"}}{{if .Vacancy.Eligibility}}<h3>Eligibility</h3>
<ul>{{range .Vacancy.Eligibility}}
<li><strong>{{.ID}}</strong> {{.Text}}</li>{{end}}
</ul>
{{end}}{{if .Vacancy.Competencies}}<h3>Competencies</h3>
<p>Assessed at interview, not rated on paper.</p>
<ul>{{range .Vacancy.Competencies}}
<li>{{.Name}}{{if .Phrase}}: {{.Phrase}}{{end}}</li>{{end}}
</ul>
{{end}}<h2>Rules</h2>
<p>{{sealed .Rules}}</p>
<ul>{{range rules .}}
<li>{{.}}</li>{{end}}
</ul>
{{if .Rules.Changes}}<table>
<tr><th>version</th><th>sealed</th><th>by</th><th>why</th><th>ratings given before</th><th>SHA-256</th></tr>{{range .Rules.Changes}}
<tr><td>{{.Version}}</td><td>{{moment .At}}</td><td>{{name $ .By}}</td><td>{{because .}}</td><td>{{.Ratings}}</td><td><code>{{.Hash}}</code></td></tr>{{end}}
</table>
{{end}}<h2>Panel</h2>
<table>
<tr><th>member</th><th>name</th><th>role</th></tr>{{range .Panel}}
<tr><td>{{.Member}}</td><td>{{.Name}}</td><td>{{.Role.Words}}</td></tr>{{end}}
</table>
<h2>Ranking</h2>
{{if not .Vacancy.Revealed}}<p>This is not the panel's order: it comes from the ratings in this report alone.</p>
{{end}}<table>
<tr><th>place</th><th>candidate</th><th>reference</th><th>name</th><th>essentials</th><th>total</th><th>status</th></tr>{{range ranked .Candidates}}
<tr><td>{{or .Place "–"}}</td><td>{{.Candidate}}</td><td>{{.Reference}}</td><td>{{optional .Name}}</td><td>{{.Essentials.Words}}</td><td>{{or (score .Score) "–"}}</td><td>{{.Status.Words}}</td></tr>{{end}}
</table>
<h2>Candidates</h2>
{{range $c := .Candidates}}<section class="candidate">
<h3>{{.Candidate}} – {{named $ .}} ({{.Reference}})</h3>
{{if .Decision}}<p class="text"><strong>Decision: {{.Decision.Words}}.</strong> {{optional .Reason}}</p>
{{else}}<p>No decision yet: {{.Status.Words}}.</p>
{{end}}{{if .Why}}<ul>{{range .Why}}
<li>{{.}}</li>{{end}}
</ul>
{{end}}{{if .Findings}}<p>What the file shows, worked out from it and no rating:</p>
<table>
<tr><th>criterion</th><th>finding</th><th>why</th></tr>{{range .Findings}}
<tr><td>{{.Criterion}}</td><td>{{.Verdict.Label}}</td><td>{{.Why}}</td></tr>{{end}}
</table>
{{end}}{{if or .Ratings .Agreed}}<table>
<tr><th>criterion</th><th>member</th><th>rating</th><th>reason and evidence</th></tr>{{range $k := $.Vacancy.Criteria}}{{range ratings $c $k.Label}}
<tr><td>{{.Criterion}}</td><td>{{name $ .Member}}</td><td>{{.Value.Words}}</td><td class="text">{{.Reason}}{{range .Evidence}}<blockquote>{{.}}</blockquote>{{end}}</td></tr>{{end}}{{range agreed $c $k.Label}}
<tr><td>{{.Criterion}}</td><td><strong>agreed</strong></td><td>{{.Value.Words}}</td><td class="text">{{.Reason}}</td></tr>{{end}}{{end}}
</table>
{{else}}<p>No ratings.</p>
{{end}}</section>
{{end}}{{if .Rules.Text}}<h2>Text of the rules</h2>
<p>The SHA-256 of a version is taken of this text as it was when it was sealed.</p>
<pre>{{.Rules.Text}}</pre>
{{end}}</body>
</html>
{{define "criteria"}}{{if .}}<ul>{{range .}}
<li><strong>{{.Label}}</strong> {{.Text}}
<ul>
<li>{{source .}}</li>{{with weight .}}
<li>{{.}}</li>{{end}}
<li>{{scale .}}<ul>{{range points .Scale}}
<li>{{index . 0}}: {{index . 1}}</li>{{end}}
</ul></li>
</ul></li>{{end}}
</ul>
{{else}}<p>None.</p>
{{end}}{{end}}`
