import Testing

@testable import SafeText

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("gpt-4o", 6), ("ü", 1), ("u\u{308}", 1), ("通义千问", 8), ("ｆｕｌｌ", 8), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝｶｸ", 4), ("🚀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2),
    ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("שלום", 4), ("\u{2068}שלום\u{2069}", 4),
    ("\u{200B}", 0), ("a\u{300}\u{301}", 1), ("…–−·•", 5), ("क्षि", 1), ("☰", 2), ("𝍲", 2),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func addsUpOverClusters() {
    #expect(DisplayWidth.of("a🇩🇪🇫🇷通b") == 8)
  }
}
