import Synchronization
import Testing

@testable import CommandLineKit

@Suite struct ProgressLineTests {
  /// A clock that stands still until it is moved.
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    func now() -> ContinuousClock.Instant { time.withLock { $0 } }
    func pass(milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }
  }

  private func line(isTerminal: Bool = true, isQuiet: Bool = false) -> (
    ProgressLine, Clock, Transcript
  ) {
    let clock = Clock()
    let transcript = Transcript()
    let console = transcript.console(terminal: Terminal(isErrorTerminal: isTerminal))
    let line = ProgressLine(console, isQuiet: isQuiet, now: { clock.now() })
    return (line, clock, transcript)
  }

  @Test func shortWorkDrawsNothing() {
    let (line, clock, transcript) = line()
    line.report("reading", 0.5)
    clock.pass(milliseconds: 499)
    line.report("reading", 0.9)
    line.clear()
    #expect(transcript.notes.isEmpty)
  }

  @Test func longWorkDrawsAtMostTenTimesASecondAndCleansUp() {
    let (line, clock, transcript) = line()
    clock.pass(milliseconds: 500)
    line.report("resampling", 0.25)
    line.report("resampling", 0.26)
    clock.pass(milliseconds: 99)
    line.report("resampling", 0.27)
    let first = "\rresampling [#######.......................] 25%\u{1B}[K"
    #expect(transcript.notes == first)
    clock.pass(milliseconds: 1)
    line.report("resampling", 1)
    line.clear()
    line.clear()
    let last = "\rresampling [##############################] 100%\u{1B}[K"
    #expect(transcript.notes == first + last + "\r\u{1B}[K")
  }

  @Test(arguments: [(false, false), (true, true)])
  func nobodyWhoDoesNotLookIsTold(isTerminal: Bool, isQuiet: Bool) {
    let (line, clock, transcript) = line(isTerminal: isTerminal, isQuiet: isQuiet)
    clock.pass(milliseconds: 5000)
    line.report("reading", 0.5)
    line.clear()
    #expect(transcript.notes.isEmpty)
  }

  @Test(arguments: [10, 20, 30, 80, 200])
  func theLineFits(width: Int) {
    for fraction in [-1, 0, 0.004, 0.5, 0.999, 1, 2, .nan] {
      #expect(ProgressLine.line("step", fraction, width: width).count < width)
    }
  }
}
