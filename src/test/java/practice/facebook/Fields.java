package practice.facebook;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code fields} parameter: names with dotted arguments, and nested fields in
 * braces.
 */
final class Fields {

	private final String text;

	private int at;

	private Fields(String text) {
		this.text = text;
	}

	static List<Field> parse(String text) {
		Fields fields = new Fields(text.replaceAll("\\s", ""));
		List<Field> list = fields.list();
		if (fields.at < fields.text.length()) {
			throw syntaxError(fields.text);
		}
		return list;
	}

	private List<Field> list() {
		List<Field> list = new ArrayList<>();
		do {
			list.add(field());
		}
		while (accept(','));
		return list;
	}

	private Field field() {
		String name = word();
		String argument = null;
		while (accept('.')) {
			word();
			if (accept('(')) {
				int end = this.text.indexOf(')', this.at);
				if (end < 0) {
					throw syntaxError(this.text);
				}
				argument = this.text.substring(this.at, end);
				this.at = end + 1;
			}
		}
		List<Field> children = List.of();
		if (accept('{')) {
			children = list();
			if (!accept('}')) {
				throw syntaxError(this.text);
			}
		}
		return new Field(name, argument, children);
	}

	private String word() {
		int start = this.at;
		while (this.at < this.text.length()
				&& (Character.isLetterOrDigit(this.text.charAt(this.at)) || this.text.charAt(this.at) == '_')) {
			this.at++;
		}
		if (start == this.at) {
			throw syntaxError(this.text);
		}
		return this.text.substring(start, this.at);
	}

	private boolean accept(char sign) {
		if (this.at < this.text.length() && this.text.charAt(this.at) == sign) {
			this.at++;
			return true;
		}
		return false;
	}

	private static GraphException syntaxError(String text) {
		return GraphException.of(2500, "Syntax error in the fields parameter: " + text);
	}

	/** A field that was asked for, with the argument of its last modifier. */
	record Field(String name, @Nullable String argument, List<Field> children) {
	}

}
