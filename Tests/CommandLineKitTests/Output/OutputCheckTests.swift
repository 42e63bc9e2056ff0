import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct OutputCheckTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func failure(_ path: String) -> OutputError? {
    #expect(throws: OutputError.self) { try OutputFile.check(FilePath(path)) }
  }

  @Test func whatCanBeWrittenStaysAsItIs() throws {
    folder.run("echo old > file; chmod 640 file; ln -s file link; mkfifo pipe")
    let before = folder.run("ls -lA --time-style=full-iso | tail -n +2")
    for name in ["file", "link", "new"] { try OutputFile.check(FilePath(folder[name])) }
    // Nobody reads the pipe: opening it would wait for ever.
    try OutputFile.check(FilePath(folder["pipe"]))
    for path in ["-", "/dev/null", "/dev/stderr"] as [FilePath] { try OutputFile.check(path) }
    #expect(folder.run("ls -lA --time-style=full-iso | tail -n +2") == before)
    #expect(folder.run("cat file") == "old\n")
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    folder.run("ln -s circle circle; mkdir inner")
    for path in [folder["no/file"], folder.path, folder["inner"], folder["circle"], ""] {
      let error = failure(path)
      #expect(error?.exitCode == .cannotCreate)
      // The same that writing would say.
      let written = #expect(throws: OutputError.self) { try OutputFile.write("x", to: path) }
      #expect(error == written)
    }
    #expect(failure("/dev/fd/987")?.exitCode == .cannotCreate)
  }

  @Test func aPathNeedNotBeText() throws {
    let path = FilePath(bytes: Array("\(folder.path)/".utf8) + [0xFF])
    try OutputFile.check(path)
    try OutputFile.write("raw", to: path)
    try OutputFile.write("text", to: folder["\u{FFFD}"])
    #expect(folder.names.utf8.count == "\u{FFFD} ".utf8.count * 2)
    #expect(folder.run("cat \"$(printf '\\377')\"") == "raw")
    #expect(folder.read("\u{FFFD}") == "text")
    // A link may lead to such a name, and its own name be one.
    folder.run("ln -s \"$(printf '\\377')\" \"$(printf 'link\\376')\"")
    try OutputFile.write("linked", to: FilePath(bytes: Array(folder["link"].utf8) + [0xFE]))
    #expect(folder.run("cat \"$(printf '\\377')\"; test -h \"$(printf 'link\\376')\"") == "linked")
    let error = #expect(throws: OutputError.self) {
      try OutputFile.check(FilePath(bytes: Array(folder["no/"].utf8) + [0xFE]))
    }
    #expect(error?.description.contains("no/\\xFE: No such file") == true)
  }
}
