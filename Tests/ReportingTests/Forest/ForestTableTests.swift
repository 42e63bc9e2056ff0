import Battles
import SafeText
import Testing

@testable import EloInference
@testable import Reporting

/// Tables with their intervals drawn.
struct ForestTableTests {
  @Test func aSmallBoardAtOneHundredColumns() {
    #expect(
      RankFixture.small.drawn(width: 100).hasPrefix(
        """
        Among the 5 ranked models gemini-2.5-pro is alone in first place, at 95% confidence. Too little is
        known of 1 other to rule it out: newcomer (2 battles).

        Rank  Range  Model                   Rating  95% interval  Battles      1000     1050      1100
         • 1  1      gemini-2.5-pro            1124     1117–1131    4,325        ┊        ┊         ┊  ├─●┤
           2  2–3    o3-2025-04-16             1079     1072–1087    5,621        ┊        ┊    ├●┤  ┊
           3  2–3    claude-opus-4-20250514    1077     1069–1084   12,345        ┊        ┊   ├●─┤  ┊
           4  4–5    gpt-4o-2024-11-20          996      989–1004    7,001     ├─●┤        ┊         ┊
           5  4–5    mistral-small              992      972–1012       31  ├───●───┤      ┊         ┊

        Not ranked: fewer than 30 battles (intervals from the model, not the resamples)
                     newcomer                  1003      533–1473        2  ‹─────●────────────────────────›
        """))
  }

  @Test func theAxisHoldsForEveryRow() throws {
    for width in [100, 120, 133, 200] {
      let lines = RankFixture.small.drawn(width: width).split(separator: "\n").map(String.init)
      let rows = lines.filter { $0.contains("●") || $0.contains("‹") }
      try #require(rows.count == 6)
      // The rows reach from 971.5, the fifth model's lower end, to 1131.2778, the first one's upper.
      let start = column(of: "├", in: rows[4])
      let end = column(of: "┤", in: rows[0])
      #expect(end == width - 1)
      func place(_ value: Double) -> Int {
        start + Int(((value - 971.5) / (1131.2778 - 971.5) * Double(end - start)).rounded())
      }
      for (row, model) in zip(rows, RankFixture.small.models).prefix(5) {
        #expect(column(of: "●", in: row) == place(model.rating))
        let lower = place(model.rating - model.halfWidth)
        let upper = place(model.rating + model.halfWidth)
        if lower < place(model.rating) { #expect(column(of: "├", in: row) == lower) }
        if upper > place(model.rating) { #expect(column(of: "┤", in: row) == upper) }
      }
      #expect(column(of: "‹", in: rows[5]) == start)
      #expect(column(of: "●", in: rows[5]) == place(1003.2))
      #expect(column(of: "›", in: rows[5]) == end)
      let heading = try #require(lines.first { $0.contains("Rank  Range") })
      let labels = heading.split(separator: " ").suffix(3).compactMap { Double($0) }
      try #require(labels.count == 3)
      for label in labels where label > 989 && label < 1060 {
        #expect(column(of: "┊", in: rows[0], from: place(label)) == place(label))
      }
    }
  }

  @Test func noLineIsWiderThanTheTerminalNorThanTwoHundred() {
    var board = RankFixture(models: [])
    board.models = HardNames.all.enumerated().map { index, name in
      RankFixture.Model(
        name: name + String(repeating: index % 7 == 0 ? "模型🚀" : "", count: index % 14),
        rating: 1200 - 10 * Double(index), range: 1...60, battles: 1_234_567,
        isFirst: index < 3, isProvisional: index > 50)
    }
    let pairs = PairFixture(
      pairs: zip(board.models, board.models.dropFirst()).map { a, b in
        PairFixture.Pair(
          a: a.name, b: b.name, ratingOfA: a.rating, ratingOfB: b.rating, standardError: 4, p: 0.01)
      })
    for characters in [CharacterRange.unicode, .ascii] {
      for width in [80, 100, 120, 200, 260] {
        let tables = [
          board.drawn(width: width, characters: characters),
          pairs.drawn(width: width, characters: characters),
        ]
        for table in tables {
          for line in table.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= min(width, 200), "\(line)")
          }
        }
      }
    }
  }

  @Test func underAHundredColumnsNothingIsDrawn() {
    #expect(RankFixture.small.drawn(width: 99) == RankFixture.small.table(width: 99))
    #expect(RankFixture.small.drawn(width: 80) == RankFixture.small.table())
    #expect(RankFixture.small.drawn(width: 100) != RankFixture.small.table(width: 100))
  }

  @Test func colourLeavesTheTextAsItIs() {
    let plain = RankFixture.tied(2).drawn(width: 120)
    let colourful = RankFixture.tied(2).drawn(width: 120, isColorful: true)
    #expect(colourful.contains("┊             \u{1B}[0m\u{1B}[1;32m├─●─┤\u{1B}[0m\n"))
    var stripped = colourful
    for code in ["\u{1B}[1;32m", "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] {
      stripped = stripped.split(separator: code, omittingEmptySubsequences: false).joined()
    }
    // Spaces between guides are painted with them; no line ends in any.
    #expect(stripped == plain)
    #expect(plain.split(separator: "\n").allSatisfy { $0.last != " " })
  }

  @Test func gapsAreDrawnAboutZero() throws {
    let fixture = PairFixture(
      pairs: [PairFixture.ahead, PairFixture.deadHeat, PairFixture.borderline, PairFixture.ahead])
    for width in [110, 160] {
      let lines = fixture.drawn(width: width).split(separator: "\n").map(String.init)
      let drawn = lines.filter { $0.contains("●") }
      try #require(drawn.count == 4)
      let zero = column(of: "│", in: drawn[0])
      // The second gap is 1 ± 8.6 Elo: its dot hides the zero line or stands just beside it.
      #expect((0...1).contains(column(of: "●", in: drawn[1]) - zero))
      #expect(column(of: "├", in: drawn[1]) < zero)
      #expect(column(of: "├", in: drawn[0]) > zero)
    }
    let wide = fixture.drawn(width: 160).split(separator: "\n")
    #expect(wide[1].contains("Verdict"))
    #expect(!fixture.drawn(width: 110).contains("Verdict"))
  }

  private func column(of mark: Character, in line: String, from start: Int = 0) -> Int {
    var column = 0
    for character in line {
      if character == mark, column >= start { return column }
      column += DisplayWidth.of(character)
    }
    return -1
  }
}
