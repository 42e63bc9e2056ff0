import Synchronization
import TestSupport
import Testing

@testable import CommandLineKit

/// A system that answers writes from a script and keeps what it takes.
private final class FakeSystem: Sendable {
  let state: Mutex<(answers: [WriteAttempt], taken: [UInt8], calls: Int)>

  init(_ answers: [WriteAttempt]) { state = Mutex((answers, [], 0)) }

  func attempt(_ bytes: ArraySlice<UInt8>) -> WriteAttempt {
    state.withLock { state in
      state.calls += 1
      let answer = state.answers.isEmpty ? .wrote(bytes.count) : state.answers.removeFirst()
      if case .wrote(let count) = answer { state.taken += bytes.prefix(count) }
      return answer
    }
  }

  var text: String { state.withLock { String(decoding: $0.taken, as: UTF8.self) } }
  var calls: Int { state.withLock { $0.calls } }
}

@Suite struct ByteSinkTests {
  @Test func partialAndInterruptedWritesGoOnWhereTheyStopped() throws {
    let system = FakeSystem([.wrote(1), .interrupted, .wrote(3), .interrupted])
    var sink = ByteSink(target: "t", attempt: system.attempt)
    try sink.append("déjà vu")
    try sink.flush()
    #expect(system.text == "déjà vu")
    #expect(system.calls == 5)
    try sink.flush()
    #expect(system.calls == 5)
  }

  @Test func textGathersUntilTheCapacity() throws {
    let system = FakeSystem([])
    var sink = ByteSink(target: "t", capacity: 10, attempt: system.attempt)
    for _ in 0..<9 { try sink.append("x") }
    #expect(system.calls == 0)
    try sink.append("yz")
    #expect(system.calls == 1)
    #expect(system.text == "xxxxxxxxxyz")
  }

  @Test func anErrorIsMetOnce() throws {
    let system = FakeSystem([.wrote(2), .failed(errno: 28)])
    var sink = ByteSink(target: "t", attempt: system.attempt)
    try sink.append("abcdef")
    #expect(throws: OutputError(.write, "t", errno: 28)) { try sink.flush() }
    try sink.flush()
    #expect(system.text == "ab")
    #expect(system.calls == 2)
  }

  @Test func aSlowReaderGetsAllOfALargeDocument() throws {
    let folder = try TestFolder()
    let pipe = try PipeToCommand(
      "sleep 0.3; cksum > '\(folder["sum"])'", isBlocking: false)
    let descriptor = pipe.descriptor
    var sink = ByteSink(target: "pipe") { StandardStreams.writeSome($0, to: descriptor) }
    let line = "0123456789abcde\n"
    try sink.append(String(repeating: line, count: 1 << 16))
    try sink.flush()
    pipe.close()
    let expected = shell("(yes 0123456789abcde | head -n 65536 | cksum) 2>/dev/null").output
    #expect(folder.run("cat sum") == expected)
  }

  @Test func aReaderThatWentAwayEndsTheProgramQuietly() {
    Signals.ignoreThoseOfWriting()
    let ends = makePipe()
    closeDescriptor(ends.reading)
    defer { closeDescriptor(ends.writing) }
    let sink = Mutex(
      ByteSink(target: "standard output") {
        StandardStreams.writeSome($0, to: ends.writing)
      })
    let transcript = Transcript()
    func console(flushes: Bool) -> Console {
      Console(
        out: { (text) throws(OutputError) in
          try sink.withLock { (sink) throws(OutputError) in
            try sink.append(text)
            if flushes { try sink.flush() }
          }
        }, note: transcript.console().note,
        flush: { () throws(OutputError) in
          try sink.withLock { (sink) throws(OutputError) in try sink.flush() }
        })
    }
    for flushes in [true, false] {
      var console = console(flushes: flushes)
      #expect(throws: OutputError(.write, "standard output", errno: StandardStreams.brokenPipe)) {
        try console.out("x")
        try console.flush()
      }
      #expect(Program.sample.run(["race", "f"], &console) == .success)
    }
    #expect(transcript.notes.isEmpty)
  }

  @Test func aClosedDescriptorIsAnError() {
    var sink = ByteSink(target: "t") { StandardStreams.writeSome($0, to: -1) }
    let error = #expect(throws: OutputError.self) {
      try sink.append("x")
      try sink.flush()
    }
    #expect(error?.description == "cannot write to t: Bad file descriptor")
    #expect(error?.isBrokenPipe == false)
  }
}
