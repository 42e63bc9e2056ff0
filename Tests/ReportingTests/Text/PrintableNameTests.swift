import SafeText
import Testing

@testable import Reporting

struct PrintableNameTests {
  @Test func anEmptyNameIsSeen() {
    #expect(PrintableName.visible("") == "\"\"")
    #expect(PrintableName.visible("a\u{200B}") == "a\\u{200B}")
  }

  @Test func isolatesNamesThatRunFromRightToLeft() {
    #expect(PrintableName.text("מודל", width: 20) == "\u{2068}מודל\u{2069}")
    #expect(PrintableName.text("نموذج-7", width: 20) == "\u{2068}نموذج-7\u{2069}")
    #expect(PrintableName.text("model", width: 20) == "model")
  }

  @Test func staysWithinItsWidth() {
    let names = [
      String(repeating: "x", count: 120), String(repeating: "模", count: 60),
      String(repeating: "🇩🇪", count: 40), String(repeating: "🇩🇪a", count: 40),
      String(repeating: "ש", count: 90), String(repeating: "\u{1B}", count: 30),
      "a" + String(repeating: "\u{301}", count: 90),
      String(repeating: "🤖\u{200D}", count: 90) + "🤖", String(repeating: "\u{1100}", count: 90),
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
