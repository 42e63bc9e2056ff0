import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func everyVisibleWordIsCompleted(shell: Shell) {
    let script = sample("completions", shell.rawValue).output
    for command in Program.sample.allCommands {
      #expect(script.contains(command.name))
      for parameter in command.outline.parameters {
        // fish spells options without their dashes.
        let word = shell == .fish ? "-l \(parameter.long) " : "--\(parameter.long)"
        let letter = parameter.short.map { shell == .fish ? "-s \($0) " : "-\($0)" }
        #expect(parameter.choices.allSatisfy { script.contains($0) })
        if parameter.kind == .argument { continue }
        #expect(script.contains(word) != parameter.isHidden, "\(word) in \(shell)")
        #expect(letter.map { script.contains($0) } ?? true)
      }
    }
  }

  @Test func bashReadsItsScript() throws {
    let folder = try TestFolder()
    try OutputFile.write(sample("completions", "bash").output, to: folder["script"])
    #expect(shell("bash -n '\(folder["script"])' 2>&1") == ("", 0))
  }

  /// What bash offers at the end of `words`, the last of which is being typed.
  private func offers(_ words: String) throws -> [String] {
    let folder = try TestFolder()
    try OutputFile.write(sample("completions", "bash").output, to: folder["script"])
    try OutputFile.write(
      """
      source '\(folder["script"])'
      COMP_WORDS=(\(words))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _sample
      printf '%s\\n' "${COMPREPLY[@]}"
      """, to: folder["run"])
    return shell("bash '\(folder["run"])' 2>&1").output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("sample ra", ["race"]), ("sample --ver", ["--version"]),
    ("sample race --su", ["--surface"]), ("sample race f --surface ''", ["grass", "clay", "hard"]),
    ("sample race f --surface = c", ["clay"]),
    ("sample race f --surface =", ["grass", "clay", "hard"]),
    ("sample race f -s g", ["grass"]), ("sample race f --seed ''", []),
    ("sample race --sec", []), ("sample completions ''", ["bash", "zsh", "fish"]),
    ("sample help fi", ["fields"]), ("sample compare a cl", ["clay"]),
    ("sample compare a --surf", []), ("sample race --weights ''", ["balanced"]),
  ])
  func bashOffers(words: String, expected: [String]) throws {
    #expect(try offers(words) == expected)
  }

  @Test func zshEscapesWhatItsSpecificationsReserve() {
    let script = sample("completions", "zsh").output
    #expect(script.contains("'(-q --quiet)'{-q,--quiet}'[Say nothing \\[on the way\\]\\: it'\\''s"))
    #expect(
      script.contains("'(-s --surface)'{-s+,--surface=}'[The ground.]:KIND:(grass clay hard)'"))
    #expect(script.contains("'*--where=[Keep the rows that satisfy CONDITION.]:CONDITION: '"))
    #expect(script.contains("'1:FILE:_files'"))
    #expect(script.contains("'*:RUNNER: '"))
    #expect(script.contains("'2::NEW:(grass clay hard)'"))
    #expect(script.contains(":FOLDER:_files -/'"))
  }

  @Test func fishGuardsEveryOptionByItsCommand() {
    let lines = sample("completions", "fish").output.split(separator: "\n")
    let race = "complete -c sample -n '__fish_sample_command race'"
    #expect(lines.contains("\(race) -s s -l surface -x -a 'grass clay hard' -d 'The ground.'"))
    #expect(lines.contains("\(race) -s o -l output -r -F -d 'Write here.'"))
    #expect(
      lines.contains("\(race) -s q -l quiet -d 'Say nothing [on the way]: it\\'s faster.'"))
    // Only commands without files among their arguments switch files off.
    #expect(!lines.contains("\(race) -f"))
    #expect(lines.contains("complete -c sample -n '__fish_sample_command help' -f"))
  }
}
