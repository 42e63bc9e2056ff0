import TestSupport

/// A file of `Data/schemas`.
struct SchemaFile {
  /// The schema.
  let root: JSONReader.Value

  /// The schema of the documents of a command.
  static func read(_ command: String) throws -> SchemaFile {
    let text = try RepositoryFile.text("Data/schemas/\(command).schema.json")
    return SchemaFile(root: try JSONReader.read(text))
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
