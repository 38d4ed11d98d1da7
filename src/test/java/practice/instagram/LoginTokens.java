package practice.instagram;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import practice.Books;
import practice.PracticeClock;

/**
 * The codes and tokens that practice Instagram issued.
 */
final class LoginTokens {

	private static final Duration CODE = Duration.ofHours(1);

	private static final Duration SHORT = Duration.ofHours(1);

	private static final Duration LONG = Duration.ofSeconds(5183944);

	/** A younger token is not refreshed. */
	private static final Duration YOUNGEST = Duration.ofHours(24);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final Map<String, LoginToken> tokens = new ConcurrentHashMap<>();

	private final Books books;

	private final PracticeClock clock;

	LoginTokens(Books books, PracticeClock clock) {
		this.books = books;
		this.clock = clock;
	}

	/** A code for one exchange within an hour. */
	String code(Login login, String redirectUri) {
		String value = "AQB" + random();
		this.codes.put(value, new Code(login, redirectUri, this.clock.instant().plus(CODE)));
		note("code", value, login);
		return value;
	}

	/** Exchanges a code for a short token. */
	LoginToken redeem(@Nullable String value, @Nullable String redirectUri) {
		Code code = (value != null) ? this.codes.get(value) : null;
		if (code == null) {
			throw new TokenRefusal("Matching code was not found or was already used");
		}
		if (!code.redirectUri().equals(redirectUri)) {
			throw new TokenRefusal("Error validating verification code. Please make sure your redirect_uri is identical"
					+ " to the one you used in the OAuth dialog request");
		}
		if (!this.codes.remove(value, code)) {
			throw new TokenRefusal("Matching code was not found or was already used");
		}
		if (!this.clock.instant().isBefore(code.expiresAt())) {
			throw new TokenRefusal("This authorization code has expired");
		}
		return issue("IGS", code.login(), SHORT);
	}

	/** A long token for a short one that is still accepted. */
	LoginToken lengthen(LoginToken token) {
		if (token.longLived) {
			throw GraphRefusal.of(100, "(#100) Only a short-lived access token can be exchanged");
		}
		return issue("IGL", token.login, LONG);
	}

	/** The answer to a token that is too young is not documented. */
	LoginToken refresh(LoginToken token) {
		if (!token.longLived) {
			throw GraphRefusal.of(100, "(#100) Only a long-lived access token can be refreshed");
		}
		if (token.issuedAt.plus(YOUNGEST).isAfter(this.clock.instant())) {
			throw GraphRefusal.of(100, "(#100) The access token has to be at least 24 hours old");
		}
		if (!token.login.granted.contains(Scopes.BASIC)) {
			throw GraphRefusal.of(10, "(#10) Application does not have permission for this action");
		}
		return issue("IGL", token.login, LONG);
	}

	/** The token if it is accepted now, or the graph host's own error. */
	LoginToken check(@Nullable String value) {
		LoginToken token = (value != null) ? this.tokens.get(value) : null;
		if (token == null) {
			throw End.UNKNOWN.refusal();
		}
		End ended = token.ended;
		End trouble = token.login.trouble;
		if (ended != null) {
			throw ended.refusal();
		}
		if (trouble != null) {
			throw trouble.refusal();
		}
		if (!this.clock.instant().isBefore(token.expiresAt)) {
			throw End.EXPIRED.refusal();
		}
		return token;
	}

	long secondsLeft(LoginToken token) {
		return Duration.between(this.clock.instant(), token.expiresAt).toSeconds();
	}

	/** Ends every token of a login that was not ended yet. */
	void end(Login login, End why) {
		this.tokens.values()
			.stream()
			.filter((token) -> token.login == login && token.ended == null)
			.forEach((token) -> token.ended = why);
	}

	void expire(Login login) {
		this.tokens.values()
			.stream()
			.filter((token) -> token.login == login)
			.forEach((token) -> token.expiresAt = this.clock.instant());
	}

	/** Every token, by the moment of its issue. */
	List<LoginToken> all() {
		return this.tokens.values()
			.stream()
			.sorted(Comparator.<LoginToken, Instant>comparing((token) -> token.issuedAt)
				.thenComparing((token) -> token.value))
			.toList();
	}

	void add(LoginToken token) {
		this.tokens.put(token.value, token);
	}

	void forget() {
		this.codes.clear();
		this.tokens.clear();
	}

	private LoginToken issue(String prefix, Login login, Duration life) {
		Instant now = this.clock.instant();
		LoginToken token = new LoginToken(prefix + random(), login, life.equals(LONG), now, now.plus(life));
		add(token);
		note(token.longLived ? "long" : "short", token.value, login);
		return token;
	}

	private void note(String kind, String value, Login login) {
		this.books.issued(new Books.Issued(this.clock.instant(), "instagram", kind, value, login.account, null));
	}

	private String random() {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** A code and what it was issued for. */
	private record Code(Login login, String redirectUri, Instant expiresAt) {
	}

}
