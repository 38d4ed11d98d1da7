package io.channelkeeper.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

import io.channelkeeper.connection.AnswerServer.Reply;

/**
 * Everything that a network may answer instead of what it should, and what comes of it.
 */
final class AnswerCorpus {

	private static final byte[] NOTHING = new byte[0];

	private static final String HTML = "<!doctype html><html><body><h1>We will be back</h1></body></html>";

	private static final byte[] BOMB = bomb();

	private final List<Case> cases = new ArrayList<>();

	private AnswerCorpus() {
		statuses();
		limits();
		bodies();
		encodings();
		wires();
		whole();
	}

	/** Whatever may be answered to any question. */
	static List<Case> all() {
		return List.copyOf(new AnswerCorpus().cases);
	}

	/** What may be wrong with an answer that brings tokens. */
	static List<Case> ofTokens() {
		AnswerCorpus corpus = new AnswerCorpus();
		corpus.cases.clear();
		corpus.lives();
		corpus.scopes();
		corpus.refreshTokens();
		return List.copyOf(corpus.cases);
	}

	private void statuses() {
		for (int status : new int[] { 500, 502, 503, 504, 520, 599 }) {
			bad(status + " with HTML", Reply.of(status, utf8(HTML), "Content-Type: text/html"));
		}
		bad("500 with JSON", Reply.of(500, utf8("{\"error\":\"internal\"}")));
		bad("503 empty", Reply.of(503, NOTHING));
		bad("503 with Retry-After", Reply.of(503, NOTHING, "Retry-After: 120"));
		bad("400 empty", Reply.of(400, NOTHING));
		bad("401 with HTML", Reply.of(401, utf8(HTML)));
		bad("403 of a gateway", Reply.of(403, utf8("<html>Forbidden by policy 7</html>")));
		bad("404 with HTML", Reply.of(404, utf8(HTML)));
		bad("407 of a proxy", Reply.of(407, NOTHING, "Proxy-Authenticate: Basic"));
		bad("408", Reply.of(408, NOTHING));
		bad("451", Reply.of(451, NOTHING));
		bad("a status of no meaning", Reply.of(799, NOTHING));
		for (int status : new int[] { 301, 302, 303, 307, 308 }) {
			bad(status + " to elsewhere",
					Reply.of(status, NOTHING, "Location: http://169.254.169.254/latest/meta-data"));
		}
		bad("302 to a login page", Reply.of(302, utf8(HTML), "Location: /login"));
	}

	private void limits() {
		Map<String, String> forms = new LinkedHashMap<>();
		forms.put("in seconds", "Retry-After: 120");
		forms.put("at a date", "Retry-After: Wed, 21 Oct 2099 07:28:00 GMT");
		forms.put("in the past", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT");
		forms.put("negative", "Retry-After: -5");
		forms.put("zero", "Retry-After: 0");
		forms.put("garbage", "Retry-After: soon");
		forms.put("huge", "Retry-After: 99999999999999999999");
		forms.put("a fraction", "Retry-After: 1.5");
		forms.put("empty", "Retry-After:");
		forms.put("absent", "X-Nothing: 1");
		forms.forEach((name, header) -> bad("429, " + name, Reply.of(429, NOTHING, header)));
		bad("429 with HTML", Reply.of(429, utf8(HTML), "Retry-After: 60"));
	}

	private void bodies() {
		bad("200 with HTML", Reply.of(200, utf8(HTML), "Content-Type: text/html"));
		bad("200 and nothing", Reply.of(200, NOTHING));
		bad("200 with blanks", Reply.of(200, utf8("   \n ")));
		bad("204", Reply.bytes(Reply.head(204, "Connection: close")));
		bad("null", Reply.of(200, utf8("null")));
		bad("a list", Reply.of(200, utf8("[]")));
		bad("a text", Reply.of(200, utf8("\"ok\"")));
		bad("a number", Reply.of(200, utf8("42")));
		bad("something else", Reply.of(200, utf8("{\"something\":\"else\"}")));
		bad("200 with an error in words",
				Reply.of(200, utf8("{\"error\":\"server_error\",\"error_description\":\"try later\"}")));
		bad("200 with an error as object", Reply.of(200, utf8(
				"{\"error\":{\"code\":2,\"message\":\"Service temporarily unavailable\",\"is_transient\":true}}")));
		bad("tokens that are none", Reply.of(200,
				utf8("{\"access_token\":null,\"refresh_token\":{},\"expires_in\":\"x\",\"data\":7,\"items\":7}")));
		bad("100,000 levels deep", Reply.of(200, utf8("[".repeat(100_000))));
		bad("a number of a million digits", Reply.of(200, utf8("{\"a\":" + "9".repeat(1_000_000) + "}")));
	}

	private void encodings() {
		bad("invalid UTF-8", Reply.of(200, new byte[] { '{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}' }));
		bad("compressed", Reply.of(200, BOMB, "Content-Encoding: gzip"));
		bad("a bomb that says nothing of it", Reply.of(200, BOMB));
		bad("100 MB", Reply.flood(100L * 1024 * 1024));
	}

	private void wires() {
		bad("reset at once", Reply.broken(NOTHING, 0, true));
		bad("closed at once", Reply.broken(NOTHING, 0, false));
		bad("no HTTP", Reply.bytes(utf8("SSH-2.0-OpenSSH_9.9\r\n")));
		bad("a header that is none", Reply.bytes(utf8("HTTP/1.1 200 OK\r\nbad header\r\n\r\n{}")));
		bad("a length below nothing", Reply.bytes(utf8("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}")));
		bad("pieces of no length",
				Reply.bytes(utf8("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")));
		good("reset in the middle", (id, body) -> Reply.broken(Reply.whole(200, utf8(body)), 90, true), false);
		good("truncated", (id, body) -> Reply.broken(Reply.whole(200, utf8(body)), 90, false), false);
		good("truncated by its own length", (id, body) -> Reply.of(200, utf8(body.substring(0, body.length() / 2))),
				false);
		good("silent after the head", (id, body) -> Reply.stalled(Reply.whole(200, utf8(body)), 60), false);
		good("silent before the head", (id, body) -> Reply.stalled(NOTHING, 0), false);
		good("dripping", (id, body) -> Reply.dripping(Reply.whole(200, utf8(body))), false);
	}

	private void whole() {
		good("as it should be", (id, body) -> Reply.of(200, utf8(body), "Content-Type: application/json"), true);
		good("called text", (id, body) -> Reply.of(200, utf8(body), "Content-Type: text/html"), true);
		good("a type that is none", (id, body) -> Reply.of(200, utf8(body), "Content-Type: no;such/type"), true);
		good("a charset that is wrong",
				(id, body) -> Reply.of(200, utf8(body), "Content-Type: application/json; charset=klingon"), true);
		good("a mark before it", (id, body) -> Reply.of(200, utf8("\ufeff" + body)), true);
		good("in UTF-16", (id, body) -> Reply.of(200, body.getBytes(Charset.forName("UTF-16"))), true);
		good("blanks around it", (id, body) -> Reply.of(200, utf8("\n\n " + body + "\n")), true);
		good("201", (id, body) -> Reply.of(201, utf8(body)), true);
		good("fields twice", (id, body) -> Reply.of(200, utf8("{\"x\":1,\"x\":2," + body.substring(1))), true);
		good("to the end of the line",
				(id, body) -> Reply.bytes(Reply.joined(Reply.head(200, "Connection: close"), utf8(body))), true);
		good("strange fields",
				(id, body) -> Reply.of(200, utf8("{\"x\":{\"y\":[1,{}]},\"z\":null," + body.substring(1))), true);
	}

	private void lives() {
		for (String life : new String[] { "0", "-1", "-9223372036854775808", "99999999999999999999999", "\"3600\"",
				"\"soon\"", "null", "1.5", "{}" }) {
			good("a life of " + life,
					(id, body) -> Reply.of(200, utf8(body.replaceAll("expires_in\":[0-9]+", "expires_in\":" + life))),
					true);
		}
		good("no life", (id, body) -> Reply.of(200, utf8(body.replaceAll("expires_in\":", "expired\":"))), true);
	}

	private void scopes() {
		for (String scope : new String[] { "\"\"", "\" \"", "[]", "null", "7", "{}" }) {
			good("permissions " + scope, (id, body) -> Reply.of(200,
					utf8(body.replaceAll("\"(scope|permissions)\":\"[^\"]*\"", "\"$1\":" + scope))), true);
		}
		good("no permissions",
				(id, body) -> Reply.of(200, utf8(body.replaceAll("\"(scope|permissions)\"", "\"none\""))), true);
	}

	private void refreshTokens() {
		for (String token : new String[] { "\"\"", "\"  \"", "null", "[]", "{}" }) {
			good("refresh token " + token, (id, body) -> Reply.of(200,
					utf8(body.replaceAll("\"refresh_token\":\"[^\"]*\"", "\"refresh_token\":" + token))), true);
		}
		good("no refresh token", (id, body) -> Reply.of(200, utf8(body.replace("\"refresh_token\"", "\"no_token\""))),
				true);
	}

	private void bad(String name, Reply reply) {
		this.cases.add(new Case(name, (id, body) -> reply, false));
	}

	private void good(String name, BiFunction<String, String, Reply> reply, boolean good) {
		this.cases.add(new Case(name, reply, good));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** A hundred kilobytes that become a hundred megabytes. */
	private static byte[] bomb() {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			byte[] block = new byte[1024 * 1024];
			for (int megabyte = 0; megabyte < 100; megabyte++) {
				out.write(block);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	/**
	 * One answer.
	 *
	 * @param name in words
	 * @param reply made of an id and of what should be answered
	 * @param good whether it says what it should
	 */
	record Case(String name, BiFunction<String, String, Reply> reply, boolean good) {
	}

}
