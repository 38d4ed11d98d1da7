package practice.linkedin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import practice.Books;
import practice.PracticeClock;

/**
 * Issues codes and tokens, and knows which of them are good.
 */
final class Tokens {

	private static final Duration CODE_LIFE = Duration.ofMinutes(30);

	private static final Duration ACCESS_LIFE = Duration.ofDays(60);

	private static final Duration REFRESH_LIFE = Duration.ofDays(365);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	private final App app;

	private final Books books;

	private final PracticeClock clock;

	Tokens(App app, Books books, PracticeClock clock) {
		this.app = app;
		this.books = books;
		this.clock = clock;
	}

	String code(Member member, String redirectUri, Set<String> scopes) {
		String code = "AQT" + random(40);
		this.codes.put(code, new Code(member, redirectUri, Set.copyOf(scopes), this.clock.instant().plus(CODE_LIFE)));
		issued("code", code, member);
		return code;
	}

	/** Redeems a code, once. */
	Token.Pair redeem(@Nullable String value, @Nullable String redirectUri) {
		Code code = (value != null) ? this.codes.remove(value) : null;
		Instant now = this.clock.instant();
		if (code == null || !code.redirectUri().equals(redirectUri) || !now.isBefore(code.expiresAt())) {
			throw Refusal.oauth(400, "invalid_request",
					"Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization"
							+ " code. Or authorization code expired. Or external member binding exists");
		}
		Token refresh = this.app.partner ? issue("AQR", code.member(), true, code.scopes(), now, now.plus(REFRESH_LIFE))
				: null;
		return new Token.Pair(
				issue("AQX", code.member(), false, code.scopes(), now, now.plus(ACCESS_LIFE).minusSeconds(1)), refresh);
	}

	/** A new access token; the refresh token stays the same one and lives no longer. */
	Token.Pair refresh(@Nullable String value) {
		Token refresh = (value != null) ? this.tokens.get(value) : null;
		Instant now = this.clock.instant();
		if (refresh == null || !refresh.refreshes || refresh.revoked || refresh.isOver(now)) {
			throw Refusal.oauth(400, "invalid_request",
					"The provided authorization grant or refresh token is invalid, expired or revoked.");
		}
		Instant usual = now.plus(ACCESS_LIFE);
		Instant end = usual.isBefore(refresh.expiresAt) ? usual : refresh.expiresAt;
		return new Token.Pair(issue("AQX", refresh.member, false, refresh.scopes, refresh.authorizedAt, end), refresh);
	}

	Optional<Token> find(@Nullable String value) {
		return Optional.ofNullable((value != null) ? this.tokens.get(value) : null);
	}

	/** The token of a call, accepted. */
	Token check(@Nullable String value) {
		Token token = find(value).filter((known) -> !known.refreshes)
			.orElseThrow(() -> Refusal.token(65600, null, "Invalid access token"));
		Instant now = this.clock.instant();
		if (token.revoked || now.isBefore(token.createdAt.plus(this.app.revokedAtFirst))) {
			throw Refusal.token(65601, "REVOKED_ACCESS_TOKEN",
					"The token used in the request has been revoked by the user");
		}
		if (token.isOver(now)) {
			throw Refusal.token(65602, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired");
		}
		if (token.member.restricted) {
			throw new Refusal(403, 100, "ACCESS_DENIED", "The member's account is restricted");
		}
		return token;
	}

	void revoke(Token token) {
		token.revoked = true;
	}

	void revokeAll(Member member) {
		this.tokens.values().stream().filter((token) -> token.member == member).forEach(this::revoke);
	}

	/** Lets every access token of a member reach its end now. */
	void expire(Member member) {
		this.tokens.values()
			.stream()
			.filter((token) -> token.member == member && !token.refreshes)
			.forEach((token) -> token.expiresAt = this.clock.instant());
	}

	/** Every token, by the moment of its issue. */
	List<Token> all() {
		return this.tokens.values()
			.stream()
			.sorted(Comparator.<Token, Instant>comparing((token) -> token.createdAt)
				.thenComparing((token) -> token.value))
			.toList();
	}

	void add(Token token) {
		this.tokens.put(token.value, token);
	}

	void forget() {
		this.codes.clear();
		this.tokens.clear();
	}

	long secondsLeft(Token token) {
		return Math.max(0, Duration.between(this.clock.instant(), token.expiresAt).toSeconds());
	}

	Instant now() {
		return this.clock.instant();
	}

	private Token issue(String prefix, Member member, boolean refreshes, Set<String> scopes, Instant authorizedAt,
			Instant end) {
		Token token = new Token(prefix + random(60), member, refreshes, scopes, authorizedAt, this.clock.instant(),
				end);
		add(token);
		issued(refreshes ? "refresh" : "access", token.value, member);
		return token;
	}

	private void issued(String kind, String value, Member member) {
		this.books.issued(new Books.Issued(this.clock.instant(), "linkedin", kind, value, member.key, null));
	}

	private String random(int bytes) {
		byte[] some = new byte[bytes];
		this.random.nextBytes(some);
		return HexFormat.of().formatHex(some);
	}

	/** A code and what it was issued for. */
	private record Code(Member member, String redirectUri, Set<String> scopes, Instant expiresAt) {
	}

}
