import CommandLineKit
import Testing

@testable import DeadheatCLI

struct ResamplingMemoryTests {
  private func refusal(_ memory: ResamplingMemory, limit: Double) -> String? {
    do throws(UsageError) {
      try memory.require(limit: limit, least: 40, alternative: "--ci sandwich")
      return nil
    } catch {
      return error.description
    }
  }

  /// 16 bytes a value: 1,000,000 · 1,000 of them are 16 GB, 80% of 20 GB.
  @Test func whatFitsIsTaken() {
    let memory = ResamplingMemory(resamples: 1_000_000, models: 1000, pairs: 10_000)
    #expect(refusal(memory, limit: 20e9) == nil)
    #expect(
      refusal(memory, limit: 8e9)
        == "1000000 resamples of 1000 models take 16.0 GB of memory, and there are 8.0 GB; use "
        + "--resamples 400000, or --ci sandwich")
  }

  @Test func theNumberAdvisedFits() {
    for limit in [1e8, 2.345e9, 7e9] {
      let memory = ResamplingMemory(resamples: 1_000_000, models: 777, pairs: 1)
      let words = refusal(memory, limit: limit)?.split(separator: " ") ?? []
      let place = words.firstIndex(of: "--resamples") ?? words.endIndex - 2
      let advised = Int(words[place + 1].dropLast()) ?? 0
      #expect(advised > 0)
      let smaller = ResamplingMemory(resamples: advised, models: 777, pairs: 1)
      #expect(refusal(smaller, limit: limit) == nil)
    }
  }

  @Test func whereNoneFitThereIsAnotherMethod() {
    let memory = ResamplingMemory(resamples: 1000, models: 1_000_000, pairs: 1)
    let words = refusal(memory, limit: 1e8)
    #expect(words?.hasSuffix("use --ci sandwich") == true)
  }

  /// No product of what options and data can hold runs over.
  @Test func nothingRunsOver() {
    let memory = ResamplingMemory(resamples: .max, models: .max, pairs: .max)
    #expect(memory.bytes.isFinite)
    #expect(memory.threads(1024, limit: 1e9) == 1)
  }

  /// 4,000 models of which all pairs met take some 1.5 GB a thread.
  @Test func threadsFitBesideTheResamples() {
    let memory = ResamplingMemory(resamples: 1000, models: 4000, pairs: 8_000_000)
    #expect(memory.threads(1024, limit: 24e9) == 12)
    #expect(memory.threads(2, limit: 24e9) == 2)
    #expect(memory.threads(8, limit: 1e6) == 1)
  }

  /// The machine that runs the tests has room for them.
  @Test func theLimitIsSensible() {
    #expect(Memory.limit > 1e8 && Memory.limit < 1e15)
  }
}
