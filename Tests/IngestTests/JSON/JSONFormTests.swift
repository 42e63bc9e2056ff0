import Battles
import Ingest
import Testing

/// The same battles in every form are the same cells.
@Suite struct JSONFormTests {
  private struct Battle {
    let a: String
    let b: String
    let outcome: Outcome
    let count: Int
  }

  private let models = [
    "gpt-4o", "claude, the 3rd", "a \"quoted\" one", "línea\nnueva", "x\\y", "模型", "e\u{301}", "é",
    "😀", "tab\there", "",
  ]

  private func battles(_ numbers: inout SeededNumbers) -> [Battle] {
    (0..<200).map { _ in
      Battle(
        a: models[Int.random(in: 0..<10, using: &numbers)],
        b: models[Int.random(in: 0..<10, using: &numbers)],
        outcome: Outcome.allCases[Int.random(in: 0..<4, using: &numbers)],
        count: Int.random(in: 1...9, using: &numbers))
    }
  }

  private func csv(_ battles: [Battle]) -> String {
    battles.reduce("model_a,model_b,winner,count\n") { text, battle in
      let names = [battle.a, battle.b].map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
          + "\""
      }
      return text + "\(names[0]),\(names[1]),\(battle.outcome.label),\(battle.count)\n"
    }
  }

  /// A text in quotes, each scalar now as it is, now escaped.
  private func written(_ text: String, _ numbers: inout SeededNumbers) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      let mustEscape = scalar.value < 32 || scalar == "\"" || scalar == "\\"
      guard mustEscape || Int.random(in: 0..<4, using: &numbers) == 0 else {
        written.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(Character(scalar)).utf16 {
        let digits = String(unit, radix: 16, uppercase: Bool.random(using: &numbers))
        written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return written + "\""
  }

  private func record(_ battle: Battle, _ numbers: inout SeededNumbers, shuffled: Bool) -> String {
    var members = [
      "\"model_a\":" + written(battle.a, &numbers), "\"model_b\":" + written(battle.b, &numbers),
      "\"winner\":\"\(battle.outcome.label)\"", "\"count\":\(battle.count)",
      "\"note\":{\"winner\":[\"}\",{}]}",
    ]
    if shuffled {
      members.shuffle(using: &numbers)
      if battle.count == 1 { members.removeAll { $0.utf8.starts(with: "\"count\"".utf8) } }
    }
    return "{" + members.joined(separator: shuffled ? " ,\n" : ",") + "}"
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func linesArraysAndCSVAgree(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let battles = battles(&numbers)
    let expected = try read(csv(battles))
    for shuffled in [false, true] {
      let records = battles.map { record($0, &numbers, shuffled: shuffled) }
      let texts = [
        records.joined(separator: "\n"), "[" + records.joined(separator: ",") + "]",
        records.joined(), "{\"n\":1,\"battles\":[" + records.joined(separator: "\n,\n") + "]}",
        "{" + records.enumerated().map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}",
      ]
      for text in texts {
        for size in [61, 1 << 16] {
          let result = try read(text, windowSize: size)
          #expect(result.dataset == expected.dataset, "seed \(seed), window of \(size)")
          #expect(result.report.rows == 200)
        }
      }
    }
  }

  /// Battles as Arena releases them.
  private let arena = #"""
    {"id":"1","model_a":"gpt","model_b":"claude","winner":"model_a","judge":"arena_user_1","turn":1,
     "conversation_a":[{"role":"user","content":[{"type":"text","text":"\"winner\": \\ {[\u00e9"}]},
     {"role":"assistant","content":"```\n{\"model_a\": \"no\"}\n```"}],
     "conversation_b":[{"role":"user","content":"模型"}],"anony":true,"tstamp":1686017295.5,
     "conv_metadata":{"sum_assistant_a_tokens":432,"header_count_a":{"h1":0,"h2":3,"h3":2},
     "sum_assistant_b_tokens":50,"header_count_b":{"h1":0,"h2":0,"h3":0},"bold_count_a":{"**":1}}}
    {"id":"2","model_a":"gpt","model_b":"claude","winner":"tie (bothbad)","judge":null,"turn":2,
     "conversation_a":[],"conversation_b":[],"conv_metadata":{"header_count_a":{"h1":1},
     "sum_assistant_a_tokens":7}}
    {"id":"3","model_a":"claude","model_b":"gpt","winner":"tie","judge":"j","turn":1,
     "conv_metadata":{"sum_assistant_a_tokens":10,"header_count_a":{}}}
    """#

  @Test func anArenaReleaseNeedsNoOptions() throws {
    #expect(
      try cells(arena).sorted() == [
        "claude|gpt|tie|1", "gpt|claude|both_bad|1", "gpt|claude|model_a|1",
      ])
    let filtered = try read(
      arena, try filters("conv_metadata.sum_assistant_a_tokens<400", "turn=2"))
    #expect(cells(filtered) == ["gpt|claude|both_bad|1"])
    let headers = try read(arena, try filters("conv_metadata.header_count_a>=5"), windowSize: 2)
    #expect(cells(headers) == ["gpt|claude|model_a|1"])
  }

  @Test func theExtensionIsOnlyAHint() throws {
    let record = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
    #expect(cells(try read(record, named: "b.csv")) == ["x|y|tie|1"])
    #expect(cells(try read("[\(record)]", named: "b.jsonl")) == ["x|y|tie|1"])
    #expect(cells(try read("model_a,model_b,winner\nx,y,tie", named: "b.json")) == ["x|y|tie|1"])
    #expect(
      cells(try read(String(repeating: " \r\n", count: 500) + record, windowSize: 1))
        == ["x|y|tie|1"])
  }

  @Test func filesOfSeveralForms() throws {
    let record = #"{"model_a":"x","model_b":"y","winner":"tie"}"#
    let result = try readDataset([
      InMemoryFile("a.csv", Array("model_a,model_b,winner,count\nx,y,tie,2\n".utf8)),
      InMemoryFile("b.json", Array("[\(record)]".utf8)), InMemoryFile("c.json", Array("[]".utf8)),
      InMemoryFile("d.csv", Array("left,right,result\nx,y,draw\n".utf8)),
    ])
    #expect(cells(result) == ["x|y|tie|4"])
    #expect(result.report.warnings.map(\.text) == ["c.json has no records."])
  }
}
