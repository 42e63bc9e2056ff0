import Testing

@testable import Ingest

/// Numbers and intervals as people write them into cells.
@Suite struct CellTextTests {
  @Test(
    arguments: [
      ("1503", 1503), (" 1503 ", 1503), ("-69", -69), ("\u{2212}69", -69), ("+3.5", 3.5),
      ("1,503", 1503), ("13,919.5", 13919.5), ("1,234,567", 1_234_567), ("1_503", 1503),
      ("**1503**", 1503), ("`1503`", 1503), ("62.5%", 62.5), ("62.5 %", 62.5), ("1.5e3", 1500),
      (".642", 0.642), ("\u{A0}7\u{2009}", 7),
    ])
  func scores(_ text: String, _ value: Double) {
    let score = CellText(text).score()
    #expect(score?.number.value == value)
    #expect(score?.interval == nil)
    #expect(score?.number.isPercent == text.contains("%"))
  }

  /// What could be read in another way, or is none, is no number: above all a comma before decimals.
  @Test(
    arguments: [
      "62,5", "1.503,5", "0,642", "1503,125", "12,34,567", "", "x", "1503 12", "1503 (12)", "15:03",
      "2026-08-19", "1503 ±", "± 6", "1503 ± -6", "1 503", "1503–1510", "1503*", "1503 (6, 5",
    ])
  func noScores(_ text: String) { #expect(CellText(text).score() == nil) }

  @Test(
    arguments: [
      ("1503±6", 6, 6), ("1503 ± 6", 6, 6), ("1503 +/- 6", 6, 6), ("1503 (±6)", 6, 6),
      ("1503 (+5/-6)", 6, 5), ("1503 +5/-6", 6, 5), ("1503+5/\u{2212}6", 6, 5),
      ("1503 -6/+5", 6, 5), ("62.5% ± 1.2%", 1.2, 1.2),
    ])
  func scoresWithReaches(_ text: String, _ down: Double, _ up: Double) {
    #expect(CellText(text).score()?.interval == .reaches(down: down, up: up))
  }

  @Test(
    arguments: [
      ("+4/-4", .reaches(down: 4, up: 4)), ("-6/+7", .reaches(down: 6, up: 7)),
      ("6/5", .reaches(down: 5, up: 6)), ("(-0.0 / +0.0)", .reaches(down: 0, up: 0)),
      ("±7", .reaches(down: 7, up: 7)), ("+-7", .reaches(down: 7, up: 7)),
      ("7", .reaches(down: 7, up: 7)), ("-6 +5", .reaches(down: 6, up: 5)),
      ("1497–1509", .ends(1497, 1509)), ("1497 — 1509", .ends(1497, 1509)),
      ("1497-1509", .ends(1497, 1509)), ("1497 - 1509", .ends(1497, 1509)),
      ("1497 to 1509", .ends(1497, 1509)), ("\u{2212}12 – \u{2212}3", .ends(-12, -3)),
      ("-12–5", .ends(-12, 5)), ("95% CI: [1,497–1,509]", .ends(1497, 1509)),
      ("86.4%–90.9%", .ends(86.4, 90.9)), ("(-6, +5)", .pair(-6, 5, plusFirst: false)),
      ("[1497, 1508]", .pair(1497, 1508, plusFirst: false)),
      ("[1,497, 1,508]", .pair(1497, 1508, plusFirst: false)),
      ("[+0.59, +1.29]", .pair(0.59, 1.29, plusFirst: true)),
      ("(-1.88, +1.97)", .pair(-1.88, 1.97, plusFirst: false)),
      ("95% CI: (-2.3, 2.2)", .pair(-2.3, 2.2, plusFirst: false)),
    ] as [(String, CellText.Interval)])
  func intervals(_ text: String, _ interval: CellText.Interval) {
    #expect(CellText(text).interval() == interval)
  }

  /// A number with a sign of its own tells a change, such as those of rating lists.
  @Test(
    arguments: [
      "", "-7", "+7", "±-7", "7/", "/7", "+7/+6", "-7/-6", "-6/7", "7/6/5", "(6", "-12-5", "a",
      "5,125", "±5,125", "+1,000/-6",
    ])
  func noIntervals(_ text: String) { #expect(CellText(text).interval() == nil) }

  @Test(
    arguments: [
      ("13,919", 13919), ("24.3k", 24300), ("80.9K", 80900), ("1.2M", 1_200_000),
      ("15011.0", 15011),
      (" 7 ", 7), ("0", 0),
    ])
  func counts(_ text: String, _ count: Int) { #expect(CellText(text).count() == count) }

  @Test(arguments: ["", "-7", "1.5", "24,3k", "24.3b", "7%", "many", "1e300", "24.33333k"])
  func noCounts(_ text: String) { #expect(CellText(text).count() == nil) }

  @Test(arguments: ["", " ", "-", "--", "----", "–", "—", "N/A", "na", "NaN", "null", "None"])
  func blanks(_ text: String) { #expect(CellText.isBlank(text)) }

  @Test(arguments: ["0", "-0", "x", "- -", "n", "±"])
  func noBlanks(_ text: String) { #expect(!CellText.isBlank(text)) }
}
