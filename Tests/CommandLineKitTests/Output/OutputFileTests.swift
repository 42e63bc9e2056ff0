import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct OutputFileTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func failure(_ path: String) -> OutputError? {
    #expect(throws: OutputError.self) { try OutputFile.write("new", to: path) }
  }

  @Test func aNewFileGetsTheUsualPermissions() throws {
    try OutputFile.write("text\n", to: folder["new"])
    folder.run("touch usual")
    #expect(folder.run("cat new") == "text\n")
    #expect(folder.run("ls -l new | cut -c1-10") == folder.run("ls -l usual | cut -c1-10"))
    #expect(folder.names == "new usual ")
  }

  @Test func anOldFileKeepsItsPermissions() throws {
    folder.run("echo old > file; chmod 640 file")
    try OutputFile.write("new", to: folder["file"])
    #expect(folder.run("cat file") == "new")
    #expect(folder.run("ls -l file | cut -c1-10") == "-rw-r-----\n")
    #expect(folder.names == "file ")
  }

  @Test func theOldContentStandsUntilCommit() throws {
    folder.run("echo old > file")
    var file = try OutputFile(FilePath(folder["file"]))
    try file.write(String(repeating: "x", count: 100_000))
    #expect(folder.run("cat file") == "old\n")
    #expect(folder.run("ls -A | wc -l | tr -d ' '") == "2\n")
    try file.commit()
    #expect(folder.run("wc -c < file | tr -d ' '") == "100000\n")
    #expect(folder.names == "file ")
  }

  @Test func withoutCommitNothingHappened() throws {
    folder.run("echo old > file")
    do {
      var file = try OutputFile(FilePath(folder["file"]))
      try file.write("half of the new")
    }
    #expect(folder.run("cat file") == "old\n")
    #expect(folder.names == "file ")
  }

  @Test func aRenameThatFailsLeavesNoTemporaryFile() throws {
    let folder = self.folder
    let error = #expect(throws: OutputError.self) {
      let file = try OutputFile(FilePath(folder["file"]))
      folder.run("mkdir -p file/inside")
      try file.commit()
    }
    #expect(error?.exitCode == .cannotCreate)
    #expect(folder.names == "file ")
  }

  @Test func linksAreFollowedToTheFileBehindThem() throws {
    folder.run("mkdir deep; echo old > deep/file; ln -s file deep/second; ln -s deep/second first")
    try OutputFile.write("new", to: folder["first"])
    #expect(folder.run("cat deep/file; readlink first deep/second") == "newdeep/second\nfile\n")
    #expect(folder.names == "deep first ")
    #expect(folder.run("ls -A deep | tr '\\n' ' '") == "file second ")
  }

  @Test func aLinkToNothingMakesItsTarget() throws {
    folder.run("mkdir deep; ln -s \"$PWD/deep/file\" link")
    try OutputFile.write("new", to: folder["link"])
    #expect(folder.run("cat deep/file; readlink link") == "new\(folder["deep/file"])\n")
  }

  @Test func linksInACircleAreAnError() {
    folder.run("ln -s a b; ln -s b a")
    #expect(failure(folder["a"])?.exitCode == .cannotCreate)
  }

  @Test func aFolderIsNoFile() {
    for path in [folder.path, folder.path + "/", folder["new/"]] {
      let error = failure(path)
      #expect(error?.exitCode == .cannotCreate)
      #expect(error?.description == "cannot create \(path): Is a directory")
    }
  }

  @Test func aMissingFolderIsNamed() {
    let path = folder["no/file.csv"]
    #expect(failure(path)?.description == "cannot create \(path): No such file or directory")
    #expect(failure("")?.exitCode == .cannotCreate)
  }

  @Test(.enabled(if: shell("id -u").output != "0\n", "permissions do not bind root"))
  func aFileWithoutPermissionToWriteIsNotReplaced() {
    folder.run("echo old > file; chmod 444 file; mkdir locked; chmod 555 locked")
    #expect(
      failure(folder["file"])?.description
        == "cannot create \(folder["file"]): Permission denied")
    #expect(failure(folder["locked/file"])?.exitCode == .cannotCreate)
    #expect(folder.run("cat file") == "old\n")
  }

  @Test(.enabled(if: shell("test -c /dev/full").status == 0, "this system has no /dev/full"))
  func aFullDeviceIsAnErrorOfWriting() {
    let error = failure("/dev/full")
    #expect(error?.exitCode == .ioError)
    #expect(error?.description == "cannot write to /dev/full: No space left on device")
    #expect(shell("test -c /dev/full").status == 0)
  }

  @Test func aNamedPipeIsWrittenAndStays() throws {
    folder.run("mkfifo pipe; (cat pipe > copy; mv copy done) > /dev/null 2>&1 &")
    try OutputFile.write("through the pipe", to: folder["pipe"])
    folder.run("for i in 1 2 3 4 5 6 7 8 9; do test -e done && break; sleep 0.2; done")
    #expect(
      folder.run("cat done; test -p pipe && echo ' still a pipe'")
        == "through the pipe still a pipe\n")
  }

  @Test func namesOfDescriptorsMeanTheDescriptors() throws {
    #expect(try OutputTarget("-") == .descriptor(1))
    #expect(try OutputTarget("/dev/stdout") == .descriptor(1))
    #expect(try OutputTarget("/dev/fd/2") == .descriptor(2))
    folder.run("ln -s /dev/stderr link")
    #expect(try OutputTarget(FilePath(folder["link"])) == .descriptor(2))
    #expect(try OutputTarget("a/b") == .path("a/b"))
    // The descriptor stays open for others.
    let ends = makePipe()
    try OutputFile.write("a", to: "/dev/fd/\(ends.writing)")
    try OutputFile.write("b", to: "/dev/fd/\(ends.writing)")
    closeDescriptor(ends.writing)
    #expect(shell("cat /dev/fd/\(ends.reading)").output == "ab")
    closeDescriptor(ends.reading)
  }
}
