import Battles
import Ingest
import Testing

/// A first line such as `sep=;`, as spreadsheets write it.
@Suite struct SeparatorLineTests {
  @Test(
    arguments: [
      ("sep=;\n", ";"), ("SEP=,\r\n", ","), ("sep=\t\n", "\t"), ("\"sep=|\"\n", "|"),
      ("\u{FEFF}sep=;\r", ";"), ("sep=;;;\n", ";"), ("sep=^\n\n", "^"), ("sep= \n", " "),
    ])
  func theDelimiterIsAsTold(_ line: String, _ delimiter: String) throws {
    // Other delimiters are more frequent in the header.
    let rows = [
      ["model_a", "model_b", "winner", "a.b:c:d:e"], ["x", "y", "a", "1"], ["y", "x", "tie", "2"],
    ]
    let text = line + rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    for size in [1, 5, 1 << 16] {
      let result = try read(text, windowSize: size)
      #expect(cells(result) == ["x|y|model_a|1", "y|x|tie|1"])
    }
  }

  @Test func linesAreThoseOfTheFile() throws {
    let text = "sep=;\nmodel_a;model_b;winner\nx;y;a\nx;;b\n"
    #expect(failure(text)?.description.hasPrefix("battles.csv:4: model_b is empty") == true)
    let file = try read("sep=;\nmodel_a;model_b;winner\nx;y;a\n").report.reading.files[0]
    #expect(file.headerLine == 2)
    #expect(file.delimiter == "semicolon")
    #expect(
      try read("sep=^\nmodel_a^model_b^winner\nx^y^a\n").report.reading.files[0].delimiter == "^")
  }

  /// A heading that begins so is a heading.
  @Test func whatTellsNoDelimiter() throws {
    let text = "sep=x,model_a,model_b,winner\n1,x,y,a\n"
    #expect(try cells(text) == ["x|y|model_a|1"])
    #expect(failure("sep=;\n")?.kind == .badData)
  }
}
