import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

struct CharacterRangeTests {
  @Test(arguments: [
    ([:], CharacterRange.unicode), (["LANG": "C"], .ascii), (["LANG": ""], .unicode),
    (["LANG": "en_US.UTF-8"], .unicode), (["LANG": "de_DE.utf8"], .unicode),
    (["LANG": "de_DE"], .ascii), (["LANG": "ja_JP.eucJP"], .ascii),
    (["LC_CTYPE": "UTF-8"], .unicode), (["LC_ALL": "C.UTF-8", "LANG": "C"], .unicode),
    (["LC_ALL": "POSIX", "LC_CTYPE": "C.UTF-8"], .ascii),
    (["LC_ALL": "", "LC_CTYPE": "C", "LANG": "C.UTF-8"], .ascii),
    (["LANG": "sr_RS.UTF-8@latin"], .unicode),
  ])
  func theLocaleDecides(environment: [String: String], characters: CharacterRange) {
    #expect(CharacterRange(environment: { environment[$0] }) == characters)
  }

  @Test func inASCIIAllButNamesIsASCII() {
    var texts: [String] = []
    for adjustment in Adjustment.allCases {
      for isBoard in [false, true] {
        for width in [80, 120] {
          var board = RankFixture.tied(3)
          (board.adjustment, board.isBoard) = (adjustment, isBoard)
          board.setAside = [SetAside(.bothBad, count: 3), SetAside(.filtered, count: 1)]
          board.models[1].rating = -.infinity
          board.models[2].halfWidth = 4000
          board.models[3].isProvisional = true
          texts.append(board.drawn(width: width, characters: .ascii))
          board.view = .details
          texts.append(board.drawn(width: width, characters: .ascii))
          let style = TerminalStyle(width: width, characters: .ascii)
          texts.append(AgreeFixture().report.rendered(as: .table, style: style))
          for count in [1, 4] {
            var pairs = PairFixture(pairs: Array(repeating: PairFixture.borderline, count: count))
            (pairs.adjustment, pairs.isBoard, pairs.familyPairs) = (adjustment, isBoard, 1326)
            pairs.degreesOfFreedom = 9
            texts.append(pairs.drawn(width: width, characters: .ascii))
          }
        }
      }
    }
    for text in texts {
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII }, "\(text)")
      #expect(!text.contains("?"), "every character of ours has a substitute: \(text)")
    }
  }

  @Test func namesStayAsTheyAreAndAreShortenedInASCII() {
    var fixture = RankFixture.small
    fixture.models[0].name = "通义千问"
    fixture.models[1].name = String(repeating: "long-", count: 40)
    let text = fixture.drawn(width: 120, characters: .ascii)
    #expect(text.contains("通义千问"))
    #expect(text.contains("...") && !text.contains("…"))
    #expect(text.contains("* 1  1  "))
    #expect(text.contains("\"both bad\" as a tie"))
  }
}
