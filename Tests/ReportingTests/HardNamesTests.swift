import Battles
import SafeText
import Testing

@testable import EloInference
@testable import Reporting

/// Names come from files that anyone may write: every format has to bear every name.
struct HardNamesTests {
  private static let names = [
    "comma, \"quote\"", "two\nlines", "🚀👩‍👩‍👧🇩🇪-rocket", "מודל שפה-7", "نموذج كبير",
    "通义千问-大模型", String(repeating: "long-", count: 24), String(repeating: "模", count: 60),
    "\u{1B}[31mred\u{7}",
    "evil\u{202E}gpj.exe", "u\u{308}mlaut", "\u{FC}mlaut", " spaces ", "back\\slash", "\t",
    "%d\u{0}",
  ]

  private var board: RankFixture {
    RankFixture(
      models: Self.names.enumerated().map { index, name in
        RankFixture.Model(
          name: name, rating: 1200 - 10 * Double(index), range: 1...Self.names.count,
          battles: 1_234_567, isFirst: index < 9, isProvisional: index > 13)
      })
  }

  private func comparison(_ pairs: Int) -> PairFixture {
    PairFixture(
      pairs: (0..<pairs).map {
        var pair = PairFixture.deadHeat
        (pair.a, pair.b) = (Self.names[$0], Self.names[$0 + 1])
        pair.ratingOfA += 1000
        return pair
      }, familyPairs: 105)
  }

  private var agreement: AgreeFixture {
    var fixture = AgreeFixture()
    fixture.models = Self.names.enumerated().map { index, name in
      (name, 1200 - 10 * Double(index), Double(index % 5) * 1e9, 1...Self.names.count)
    }
    fixture.label = Self.names[8]
    fixture.onlyInOther = Self.names.map { $0 + "?" }
    fixture.top = 100
    return fixture
  }

  @Test func noLineIsWiderThanTheTerminal() {
    for width in [60, 80, 81, 100, 200] {
      let tables =
        [
          board.table(width: width), comparison(15).table(width: width),
          agreement.text(width: width),
        ]
        + Self.names.dropLast().indices.map { index in
          var fixture = comparison(15)
          fixture.pairs = [fixture.pairs[index]]
          return fixture.table(width: width)
        }
      for line in tables.flatMap({ $0.split(separator: "\n") }) {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func nothingReachesTheTerminalThatCouldSteerIt() {
    let tables = [
      board.table(), comparison(15).table(), comparison(3).table(), agreement.text(),
    ]
    for table in tables {
      for scalar in table.unicodeScalars where scalar != "\n" {
        #expect(scalar.properties.generalCategory != .control)
        #expect(scalar != "\u{202E}")
      }
      let depths = table.split(separator: "\n").map { line in
        line.unicodeScalars.reduce(0) { $0 + ($1 == "\u{2068}" ? 1 : $1 == "\u{2069}" ? -1 : 0) }
      }
      #expect(depths.allSatisfy { $0 == 0 }, "isolates end on the line on which they start")
    }
  }

  @Test func columnsStayAlignedBehindEveryName() {
    let rows = board.table().split(separator: "\n").filter { $0.hasSuffix("1,234,567") }
    #expect(rows.count == Self.names.count)
    #expect(Set(rows.map { DisplayWidth.of(String($0)) }).count == 1)
  }

  @Test func jsonCarriesEveryNameIntact() throws {
    let expected = Self.names.map { Array($0.utf8) }
    let models = try JSONReader.read(board.json())["models"]?.elements ?? []
    #expect(models.map { bytes($0["model"]) } == expected)
    let pairs = try JSONReader.read(comparison(15).json())["pairs"]?.elements ?? []
    let places = try JSONReader.read(agreement.text(.json))["disagreements"]?.elements ?? []
    #expect(places.map { bytes($0["model"]) } == expected)
    #expect(pairs.map { bytes($0["a"]) } == Array(expected.dropLast()))
    #expect(pairs.map { bytes($0["b"]) } == Array(expected.dropFirst()))
  }

  @Test func csvCarriesEveryNameIntact() {
    let expected = Self.names.map { Array($0.utf8) }
    #expect(CSVReader.rows(board.csv()).dropFirst().map { Array(($0[5] ?? "").utf8) } == expected)
    let pairs = CSVReader.rows(comparison(15).csv()).dropFirst()
    #expect(pairs.map { Array(($0[0] ?? "").utf8) } == Array(expected.dropLast()))
    #expect(pairs.map { Array(($0[1] ?? "").utf8) } == Array(expected.dropFirst()))
  }

  @Test func warningsThatDifferInNormalFormAloneStayTwo() throws {
    var fixture = board
    fixture.warnings = [
      .nothingToCompare("u\u{308}"), .nothingToCompare("\u{FC}"), .nothingToCompare("\u{FC}"),
    ]
    #expect(try JSONReader.read(fixture.json())["warnings"]?.elements.count == 2)
  }

  private func bytes(_ value: JSONReader.Value?) -> [UInt8] {
    if case .string(let text) = value { Array(text.utf8) } else { [] }
  }
}
