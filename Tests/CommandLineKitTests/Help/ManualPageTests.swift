import Testing

@testable import CommandLineKit

/// The manual page says what help says.
@Suite struct ManualPageTests {
  private let page = Program.sample.manualPage

  /// The page as roff would print it, without its requests.
  private var printed: String {
    page.split(separator: "\n").filter { !$0.hasPrefix(".") }
      .map { line in
        var text = String(line)
        for (code, meaning) in [
          ("\\fB", ""), ("\\fR", ""), ("\\&", ""), ("\\-", "-"), ("\\e", "\\"),
        ] {
          text = text.split(separator: code, omittingEmptySubsequences: false)
            .joined(separator: meaning)
        }
        return text
      }.joined(separator: "\n")
  }

  @Test func everyCommandParameterExampleAndTopicIsThere() {
    for command in Program.sample.allCommands {
      #expect(page.contains(".SS sample \(command.name)\n"), "\(command.name)")
      #expect(printed.contains(command.summary), "\(command.name)")
      for parameter in command.outline.visible {
        #expect(printed.contains(parameter.help), "\(parameter.spelling)")
        #expect(printed.contains(parameter.spelling), "\(parameter.spelling)")
      }
      for example in command.outline.examples {
        #expect(printed.contains(example.commandLine), "\(example.commandLine)")
      }
    }
    for topic in Program.sample.topics {
      #expect(page.contains(".SH \(topic.name.uppercased())\n"), "\(topic.name)")
    }
  }

  @Test func hiddenParametersAreLeftOut() {
    #expect(!printed.contains("--secret"))
  }

  @Test func noTextIsTakenForARequest() {
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let name = line.dropFirst().prefix { $0 != " " }
      #expect(["TH", "SH", "SS", "PP", "TP", "RS", "RE", "nf", "fi"].contains(String(name)))
    }
  }

  @Test func theCommandPrintsIt() {
    let transcript = Transcript()
    var console = transcript.console()
    #expect(Program.sample.run(["manual"], &console) == .success)
    #expect(transcript.output == page)
  }
}
