import Testing

@testable import Reporting

struct PrintableNameTests {
  @Test(arguments: [
    ("plain-name", "plain-name"), ("two\nlines", "two\\nlines"), ("tab\there", "tab\\there"),
    ("cr\r\nlf", "cr\\r\\nlf"), ("\u{1B}[31mred", "\\u{1B}[31mred"), ("del\u{7F}", "del\\u{7F}"),
    ("c1\u{9B}31m", "c1\\u{9B}31m"), ("evil\u{202E}gpj", "evil\\u{202E}gpj"),
    ("iso\u{2067}x\u{2069}", "iso\\u{2067}x\\u{2069}"), ("zero\u{200B}width", "zero\\u{200B}width"),
    ("\u{2028}", "\\u{2028}"), ("", "\"\""), ("👩‍👩‍👧 ü", "👩‍👩‍👧 ü"),
  ])
  func writesOutWhatCannotBeSeen(name: String, visible: String) {
    #expect(Array(PrintableName.visible(name).utf8) == Array(visible.utf8))
  }

  @Test func isolatesNamesThatRunFromRightToLeft() {
    #expect(PrintableName.text("מודל", width: 20) == "\u{2068}מודל\u{2069}")
    #expect(PrintableName.text("نموذج-7", width: 20) == "\u{2068}نموذج-7\u{2069}")
    #expect(PrintableName.text("model", width: 20) == "model")
  }

  @Test func leavesOutTheMiddleOfLongNames() {
    let name = "claude-opus-4-20250514-thinking-16k"
    #expect(PrintableName.shortened(name, to: 35) == name)
    #expect(PrintableName.shortened(name, to: 20) == "claude-opus-…ing-16k")
    #expect(PrintableName.shortened("通义千问大模型", to: 8) == "通义…型")
  }

  @Test func staysWithinItsWidth() {
    let names = [
      String(repeating: "x", count: 120), String(repeating: "模", count: 60),
      String(repeating: "🇩🇪", count: 40), String(repeating: "🇩🇪a", count: 40),
      String(repeating: "ש", count: 90), String(repeating: "\u{1B}", count: 30),
    ]
    for name in names {
      for width in 8...60 {
        let text = PrintableName.text(name, width: width)
        let used = DisplayWidth.of(text)
        #expect(used <= width && used >= width - 3, "\(text) takes \(used) of \(width) columns")
        #expect(text.contains("…"))
      }
    }
  }
}
