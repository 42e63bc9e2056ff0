import Testing

@testable import Ingest

/// The delimiter is judged by what the reader of rows takes for fields.
@Suite struct DelimiterTests {
  private static let delimiters: [String] = [",", "\t", ";", "|"]

  private func detected(_ header: String, isComplete: Bool = true) -> String? {
    let bytes = Array(header.utf8)
    return Delimiter.detected(
      in: bytes.span, 0..<bytes.count, isComplete: isComplete, file: "x"
    ).map { String(decoding: [$0], as: UTF8.self) }
  }

  /// Quotes inside a field that does not begin with one are characters.
  @Test(
    arguments: delimiters,
    ["5\" disk", "size 3\"\"", "\"\"\"", "a\"b\"c", "say \"hi\"", "2\"3\"\"4", "x\"", "\"x\" y"])
  func quotesInsideAField(_ delimiter: String, _ heading: String) throws {
    // At the front, in the middle and last.
    for place in [0, 2, 3] {
      var columns = ["model_a", "model_b", "winner"]
      columns.insert(heading, at: place)
      let isBroken = heading.hasPrefix("\"")
      #expect(detected(columns.joined(separator: delimiter)) == delimiter, "\(columns)")
      var row = ["x", "y", "tie"]
      row.insert("7\" or 8\"\"", at: place)
      let text = [columns, row].map { $0.joined(separator: delimiter) + "\n" }.joined()
      if isBroken {
        // A field that begins with a quote and does not end with one is refused where it stands.
        #expect(failure(text)?.description.hasPrefix("battles.csv:1: ") == true)
      } else {
        #expect(try cells(text) == ["x|y|tie|1"], "\(text)")
      }
    }
  }

  /// Delimiters in quotes do not count, wherever the quotes stand.
  @Test(arguments: delimiters)
  func quotedFields(_ delimiter: String) throws {
    let others = Self.delimiters.filter { $0 != delimiter }.joined()
    for quoted in [
      "\"\(others)\(others)\"", "\"a\"\"\(others)\(others)\"\"\"", "\"\n\(others)\(others)\"",
    ] {
      for place in [0, 1, 3] {
        var columns = ["model_a", "model_b", "winner"]
        columns.insert(quoted, at: place)
        #expect(detected(columns.joined(separator: delimiter)) == delimiter, "\(columns)")
        var row = ["x", "y", "tie"]
        row.insert("1", at: place)
        let text = [columns, row].map { $0.joined(separator: delimiter) + "\n" }.joined()
        #expect(try cells(text) == ["x|y|tie|1"], "\(text)")
      }
    }
  }

  /// A quote behind a character that is not the delimiter opens nothing.
  @Test func aQuoteBehindAnotherCandidate() throws {
    let text = "x|\"y,model_a,model_b,winner\n1,x,y,tie\n\"2\",y,x,tie\n"
    #expect(detected(text) == ",")
    #expect(try cells(text) == ["x|y|tie|1", "y|x|tie|1"])
    // Nor one that ends before another character than it begins behind.
    #expect(detected("x,\"p;q;r\";y,z;w") == ";")
  }

  @Test func windowsThatEndInsideQuotes() throws {
    #expect(detected("a;\"b,c,", isComplete: false) == nil)
    #expect(detected("a;\"b,c\"", isComplete: false) == nil)
    #expect(detected("a;\"b,c\";", isComplete: false) == ";")
    #expect(detected("a;\"b,c\"", isComplete: true) == ";")
    // What is never closed is not waited for without end.
    let long = "a|\"b,c,d" + String(repeating: "e", count: 1 << 16) + "\n"
    #expect(detected(long, isComplete: false) == ",")
    let header = "model_a;model_b;\"a,b,c,d,\ne,f\";winner\nx;y;1;tie\n"
    for size in [1, 17, 25, 64] {
      #expect(cells(try read(header, windowSize: size)) == ["x|y|tie|1"])
    }
  }
}
