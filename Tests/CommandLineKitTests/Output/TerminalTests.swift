import Testing

@testable import CommandLineKit

@Suite struct TerminalTests {
  private func terminal(
    _ environment: [String: String], isTerminal: Bool = true, columns: Int? = nil
  ) -> Terminal {
    Terminal(
      isTerminal: isTerminal, isErrorTerminal: false, columns: columns,
      environment: { environment[$0] })
  }

  @Test func colorNeedsAWillingTerminal() {
    #expect(terminal(["TERM": "xterm"]).allowsColor)
    #expect(terminal(["TERM": "xterm", "NO_COLOR": ""]).allowsColor)
    #expect(!terminal(["TERM": "xterm", "NO_COLOR": "1"]).allowsColor)
    #expect(!terminal(["TERM": "dumb"]).allowsColor)
    #expect(!terminal([:]).allowsColor)
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).allowsColor)
  }

  @Test func theUsersWordGoesFirst() {
    let transcript = Transcript()
    for allows in [true, false] {
      var console = transcript.console(terminal: Terminal(allowsColor: allows))
      #expect(console.isColorful == allows)
      console.color = .always
      #expect(console.isColorful)
      console.color = .never
      #expect(!console.isColorful)
    }
  }

  @Test func widthIsAskedInOrder() {
    #expect(terminal(["COLUMNS": "120"], columns: 90).width == 120)
    #expect(terminal([:], columns: 90).width == 90)
    #expect(terminal(["COLUMNS": "wide"], columns: 90).width == 90)
    #expect(terminal(["COLUMNS": "0"]).width == 80)
    #expect(terminal([:]).width == 80)
  }

  @Test func heightIsThatOfATerminal() {
    func height(_ lines: Int?, _ environment: [String: String] = [:], isTerminal: Bool = true)
      -> Int?
    {
      Terminal(
        isTerminal: isTerminal, isErrorTerminal: false, columns: nil, lines: lines,
        environment: { environment[$0] }
      ).height
    }
    #expect(height(24) == 24 && height(24, ["LINES": "50"]) == 50 && height(nil) == nil)
    #expect(height(24, isTerminal: false) == nil)
  }

  @Test func theSystemIsAsked() {
    #expect(StandardStreams.environment("PATH")?.isEmpty == false)
    #expect(StandardStreams.environment("NO SUCH NAME") == nil)
    #expect(StandardStreams.message(errno: 28) == "No space left on device")
    let ends = makePipe()
    #expect(!StandardStreams.isTerminal(ends.reading))
    #expect(StandardStreams.size(ends.reading) == (nil, nil))
    closeDescriptor(ends.reading)
    closeDescriptor(ends.writing)
  }
}
