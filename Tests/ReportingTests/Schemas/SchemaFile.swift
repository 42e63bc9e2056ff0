import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of `Data/schemas`.
struct SchemaFile {
  /// The schema.
  let root: JSONReader.Value

  /// The file cannot be read.
  struct Missing: Error {
    let path: String
  }

  /// The schema of the documents of a command.
  static func read(_ command: String) throws -> SchemaFile {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path = parts.joined(separator: "/") + "/Data/schemas/\(command).schema.json"
    // SAFETY: fopen answers NULL or a file that fclose ends; the buffer is filled by fread alone.
    guard let file = unsafe fopen(path, "r") else { throw Missing(path: path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return SchemaFile(root: try JSONReader.read(String(decoding: bytes, as: UTF8.self)))
  }

  /// The schema of the value at a path of keys; lists stand for their elements, and what may be null
  /// for what it is otherwise.
  func place(_ path: [String]) -> JSONReader.Value {
    path.reduce(resolved(root)) { place, key in resolved(place["properties"]?[key] ?? .null) }
  }

  /// The keys of the object at `path`.
  func keys(_ path: [String]) -> [String] { place(path)["properties"]?.keys ?? [] }

  /// The words that the value at `path` may be.
  func words(_ path: [String]) -> [String] {
    (place(path)["enum"]?.elements ?? []).compactMap {
      if case .string(let word) = $0 { word } else { nil }
    }
  }

  private func resolved(_ schema: JSONReader.Value) -> JSONReader.Value {
    if case .string(let reference) = schema["$ref"] {
      let name = String(reference.split(separator: "/").last ?? "")
      return resolved(root["$defs"]?[name] ?? .null)
    }
    if let items = schema["items"] { return resolved(items) }
    if let choices = schema["oneOf"]?.elements, let last = choices.last { return resolved(last) }
    return schema
  }
}
