/// Names that every markup has to bear.
enum HardNames {
  static let all =
    [
      "a|b", #"back\slash"#, #"end\"#, "*star*", "_under_score_", "`tick`", "<b>tag</b>", "[a](b)",
      "# heading", "- item", "+ item", "1. item", "two\nlines", "&amp;", "~~gone~~", "$x^2$",
      " spaces  ", "", "100%", "{brace}", "}{", "a--b---c", "say \"hi\"", "it's", "^caret",
      "通义千问", "🚀👩‍👩‍👧🇩🇪-rocket", "\u{1B}[31mred\u{7}", "|", "||", #"\|"#, #"\\"#, "%d\u{0}", "a,,b",
      "u\u{308}mlaut", "«x»", "–", "−1", "• 1", "מודל-7",
    ] + (UInt8(0x21)..<0x7F).map { "x\(Unicode.Scalar($0))y" }
}
