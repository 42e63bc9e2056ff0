/// Characters that HTML writes as `&name;` or `&#number;`.
enum HTMLEntities {
  /// The bytes that the entity at the front of `text`, which begins with `&`, stands for, and its length;
  /// the `&` itself where it begins none.
  static func decoded(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int) {
    let near = text.dropFirst().prefix(12)
    guard let end = near.firstIndex(of: ASCII.semicolon), end > near.startIndex else {
      return ([UInt8(ascii: "&")], 1)
    }
    let name = String(decoding: near[..<end], as: UTF8.self)
    let length = end + 1 - text.startIndex
    let scalar: Unicode.Scalar?
    if name.utf8.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.utf8.first.map(ASCII.lowercased) == UInt8(ascii: "x")
      scalar =
        (isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
        .flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    } else {
      scalar = named[name]
    }
    guard let scalar else { return ([UInt8(ascii: "&")], 1) }
    return (Array(String(scalar).utf8), length)
  }

  /// Those that boards use.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "plusmn": "±", "minus": "\u{2212}", "ndash": "–", "mdash": "—",
    "plus": "+", "percnt": "%", "ast": "*", "times": "×", "divide": "÷", "hellip": "…",
    "middot": "·", "bull": "•", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔",
    "uArr": "⇑", "dArr": "⇓", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "dagger": "†",
    "Dagger": "‡", "sect": "§", "para": "¶", "sup1": "¹", "sup2": "²", "sup3": "³", "frac12": "½",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "ouml": "ö", "oslash": "ø", "uacute": "ú", "ucirc": "û", "uuml": "ü",
    "szlig": "ß", "Aacute": "Á", "Auml": "Ä", "Aring": "Å", "Ccedil": "Ç", "Eacute": "É",
    "Oslash": "Ø", "Ouml": "Ö", "Uuml": "Ü", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "Delta": "Δ", "sigma": "σ", "Sigma": "Σ", "mu": "μ", "le": "≤", "ge": "≥", "ne": "≠",
    "starf": "★", "star": "☆", "check": "✓", "vert": "|", "lbrack": "[", "rbrack": "]",
    "lpar": "(", "rpar": ")", "colon": ":", "comma": ",", "period": ".", "num": "#",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}",
  ]
}
