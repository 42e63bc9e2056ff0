import Testing

@testable import CommandLineKit

@Suite struct HelpTests {
  @Test(arguments: [40, 60, 80, 100, 500])
  func noLineIsTooLong(width: Int) {
    for page in [["--help"], ["help", "race"], ["help", "compare"], ["help", "completions"]] {
      let transcript = Transcript()
      var console = transcript.console(terminal: Terminal(width: width))
      #expect(Program.sample.run(page, &console) == .success)
      let lines = transcript.output.split(separator: "\n")
      // The one word that no line can hold at 40 columns is a path.
      let breakable = lines.filter { !$0.contains("~/.config") }
      #expect(breakable.allSatisfy { $0.count <= min(width, 100) })
      #expect(lines.allSatisfy { $0.last != " " })
    }
  }

  @Test func everyVisibleParameterIsInHelp() {
    for command in Program.sample.allCommands {
      let page = command.outline.help(program: "sample", width: 80)
      for parameter in command.outline.parameters {
        #expect(page.contains(parameter.spelling) != parameter.isHidden)
        #expect(parameter.isHidden || page.contains(parameter.synopsis))
        #expect(parameter.choices.allSatisfy { page.contains($0) })
      }
    }
  }

  @Test func commandLinesBreakOutsideQuotesAndStayCommands() {
    let lines = wrappedCommand(
      "do --where 'a b c d e f' --more \"x y\" end", width: 24, indent: "  ", hanging: "    ")
    #expect(
      lines == ["  do --where \\", "    'a b c d e f' \\", "    --more \"x y\" end"])
  }

  @Test func proseBreaksBetweenWords() {
    #expect(wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(wrapped("aa bb cc", width: 5, indent: " ") == ["aa bb", " cc"])
    #expect(wrapped("toolong b", width: 3) == ["toolong", "b"])
    #expect(wrapped("  ", width: 3).isEmpty)
  }
}
