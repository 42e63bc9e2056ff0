import Testing

@testable import Ingest

@Suite struct NameTableTests {
  @Test func namesWhoseHashesAreEqualAreToldApart() {
    // Two names of 16 bytes with the same 64-bit hash, found by inverting its steps for random
    // second halves until the first half was printable. Only comparing the bytes parts them.
    var table = NameTable()
    let first = table.intern("12345678oz6ww3r9")
    let second = table.intern("sE-|F5kn)<O+nZ|j")
    #expect(first == 0)
    #expect(second == 1)
    let hashes = ["12345678oz6ww3r9", "sE-|F5kn)<O+nZ|j"].map { text in
      let bytes = Array(text.utf8)
      return ShortText(Field(start: 0, end: 16), in: bytes.span)?.hash
    }
    #expect(hashes[0] == hashes[1] && hashes[0] != nil)
    #expect(table.intern("12345678oz6ww3r9") == 0)
    #expect(table.names == ["12345678oz6ww3r9", "sE-|F5kn)<O+nZ|j"])
  }

  @Test func everyLengthIsComparedWhole() {
    // Names that differ in one byte, at every place of every length around the words of eight.
    var table = NameTable()
    var names: [String] = []
    for length in 1...33 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: 97, count: length)
        bytes[place] = 98
        names.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    #expect(names.map { table.intern($0) } == names.indices.map { Int32($0) })
    #expect(names.map { table.intern($0) } == names.indices.map { Int32($0) })
  }

  @Test func aNameNextToOtherBytesIsFound() {
    var table = NameTable()
    let id = table.intern("gpt-4o-mini")
    let window = Array("xxgpt-4o-mini,zzzzzzzzzzzz".utf8)
    #expect(table.id(of: Field(start: 2, end: 13), in: window.span) == id)
    #expect(table.id(of: Field(start: 2, end: 12), in: window.span) == -1)
    #expect(table.id(of: Field(start: 2, end: 14), in: window.span) == -1)
  }

  @Test func bytesThatAreNotUTF8AreRefusedOnceAndForAll() {
    var table = NameTable()
    let window: [UInt8] = [0x61, 0xFF, 0x62]
    for _ in 0..<2 {
      #expect(throws: InvalidUTF8(offset: 1)) {
        try table.intern(Field(start: 0, end: 3), in: window.span)
      }
    }
    #expect(table.count == 0)
  }
}
