package modeltest

// This file holds hostile text, one sample for each class of characters that must not reach a screen or a file.

// HostileText is a text with what a reader of it must see in the end.
type HostileText struct{ Class, Text, Want string }

// Hostile is a sample of each class. Each is on one line.
var Hostile = []HostileText{
	{"direction overrides", "a\u202eb\u202dc\u2066d\u2069e\u061cf\u200eg", "abcdefg"},
	{"zero width", "a\u200bb\u200cc\u200dd\u2060e\ufefff\u180eg", "abcdefg"},
	{"control characters", "a\x00b\x07c\x7fd\u0080e\u009ff", "abcdef"},
	{"terminal commands", "\x1b[31;1ma\x1b[0mb\x1b]0;owned\x07c\u009b31md\x1bce\x1b(Bf\x1bPx\x1b\\g", "abcdefg"},
	{"tags", "a\U000e0041b\U000e007fc\U000e0000d", "abcd"},
	{"fillers", "a\u3164b\u115fc\uffa0d\u034fe\u17b4f", "abcdef"},
	{"invisible operators", "a\u2062b\u2065c\u206ad\ufff9e", "abcde"},
	{"soft hyphens", "co\u00adoperate", "cooperate"},
	{"no characters", "a\ufdd0b\uffffc", "abc"},
	{"private use", "a\uf0b7b\U000f0000c", "a\ufffdb\ufffdc"},
	{"bytes that are no letters", "a\xffb\xc3", "a\ufffdb\ufffd"},
}
