extension Program {
  /// The manual page in the man macros of roff, from the same table as help and completions.
  ///
  /// It bears no date, so that the same program always prints the same page.
  public var manualPage: String {
    var page = Roff()
    page.request("TH \(name.uppercased()) 1 \"\" \"\(name) \(version)\" \"User Commands\"")
    page.section("NAME")
    page.text("\(name) - \(summary)")
    page.section("SYNOPSIS")
    page.text("\(name) COMMAND [options]")
    page.section("COMMANDS")
    for command in allCommands {
      page.request("SS \(Roff.escaped("\(name) \(command.name)"))")
      page.text(command.summary)
      for parameter in command.outline.visible { page.item(parameter) }
      for example in command.outline.examples {
        page.request("PP")
        page.text("\(example.text):")
        page.verbatim(example.commandLine)
      }
    }
    for topic in topics {
      page.section(topic.name.uppercased())
      page.paragraphs(topic.text)
    }
    page.section("EXIT STATUS")
    for (code, meaning) in exitStatuses { page.item(code, meaning) }
    return page.text
  }

  /// `manual`.
  var manualCommand: Subcommand {
    struct Settings: Sendable {}
    return Subcommand(
      "manual", summary: "Print the manual page, for man.",
      examples: [
        Example("\(name) manual > ~/.local/share/man/man1/\(name).1", "Install it for one user")
      ],
      parameters: [], initial: Settings(),
      run: { _, console in
        try console.out(manualPage)
        return .success
      })
  }
}

/// Text in the man macros.
private struct Roff {
  private(set) var text = ""

  mutating func request(_ line: String) { text += ".\(line)\n" }

  mutating func section(_ title: String) { request("SH \(Self.escaped(title))") }

  mutating func text(_ line: String) { text += Self.escaped(line) + "\n" }

  mutating func paragraphs(_ topic: String) {
    for line in topic.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { request("PP") } else { text(String(line)) }
    }
  }

  mutating func verbatim(_ line: String) {
    request("PP")
    request("RS 4")
    request("nf")
    text(line)
    request("fi")
    request("RE")
  }

  mutating func item(_ parameter: ParameterOutline) {
    let synopsis = parameter.synopsis.drop { $0 == " " }
    item(String(synopsis), ([parameter.help] + parameter.notes).joined(separator: " "))
  }

  mutating func item(_ tag: String, _ body: String) {
    request("TP")
    text += "\\fB\(Self.escaped(tag))\\fR\n"
    text(body)
  }

  /// `line` so that roff prints it as it is: backslashes and dashes are escaped, and a first dot or
  /// apostrophe is no request.
  static func escaped(_ line: String) -> String {
    var result = ""
    for character in line {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
