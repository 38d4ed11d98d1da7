package practice.tiktok;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import practice.Books;
import practice.PracticeClock;

/**
 * The codes and tokens that practice TikTok issued. A refresh token works once.
 */
final class TikTokTokens {

	/** TikTok does not document the life of a code; this is ours. */
	private static final Duration CODE = Duration.ofMinutes(10);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final Map<String, TikTokToken> tokens = new ConcurrentHashMap<>();

	private final TikTokRules rules;

	private final Books books;

	private final PracticeClock clock;

	TikTokTokens(TikTokRules rules, Books books, PracticeClock clock) {
		this.rules = rules;
		this.books = books;
		this.clock = clock;
	}

	/**
	 * A code for one exchange; it holds characters that addresses encode, as TikTok's do.
	 */
	String code(TikTokAccount account, String redirectUri, String scope) {
		String value = random() + "*1!" + (4000 + this.random.nextInt(999)) + ".e1";
		this.codes.put(value, new Code(account.openId, redirectUri, scope, this.clock.instant().plus(CODE)));
		book("code", value, account.openId);
		return value;
	}

	synchronized Pair redeem(String value, String redirectUri) {
		Code code = this.codes.get(value);
		if (code == null || !this.clock.instant().isBefore(code.expiresAt())) {
			throw TikTokProblem.oauth("invalid_grant", "Authorization code is expired.");
		}
		if (!code.redirectUri().equals(redirectUri)) {
			throw TikTokProblem.oauth("invalid_request",
					"Redirect_uri is not matched with the uri when requesting code.");
		}
		this.codes.remove(value);
		return issue(code.account(), code.scope(), this.clock.instant().plus(this.rules.lives.refresh()));
	}

	/** The refresh token that is given dies, whatever becomes of the answer. */
	synchronized Pair refresh(String value) {
		TikTokToken old = this.tokens.get(value);
		if (old == null || !old.refreshing() || !old.isAlive(this.clock.instant())) {
			throw TikTokProblem.oauth("invalid_grant", "Refresh token is invalid or expired.");
		}
		this.tokens.put(value, old.end());
		return issue(old.account(), old.scope(),
				this.rules.sliding ? this.clock.instant().plus(this.rules.lives.refresh()) : old.expiresAt());
	}

	/** The access token if it is accepted now, or TikTok's own error. */
	TikTokToken check(@Nullable String value) {
		TikTokToken token = (value != null) ? this.tokens.get(value) : null;
		if (token == null || token.refreshing() || !token.isAlive(this.clock.instant())) {
			throw TikTokProblem.api(401, "access_token_invalid",
					"The access token is invalid or not found in the request.");
		}
		return token;
	}

	/** Ends everything that was issued for the account. */
	void end(TikTokAccount account) {
		change(account, TikTokToken::end);
	}

	/** Lets the account's access tokens reach their end now. */
	void expireAccess(TikTokAccount account) {
		change(account, (token) -> token.refreshing() ? token : token.endAt(this.clock.instant()));
	}

	/** Lets all of the account's tokens reach their end now. */
	void expire(TikTokAccount account) {
		change(account, (token) -> token.endAt(this.clock.instant()));
	}

	Collection<TikTokToken> all() {
		return this.tokens.values().stream().sorted(Comparator.comparing(TikTokToken::value)).toList();
	}

	void add(TikTokToken token) {
		this.tokens.put(token.value(), token);
	}

	void forget() {
		this.codes.clear();
		this.tokens.clear();
	}

	private void change(TikTokAccount account, UnaryOperator<TikTokToken> change) {
		List.copyOf(this.tokens.values())
			.stream()
			.filter((token) -> token.account().equals(account.openId))
			.forEach((token) -> this.tokens.put(token.value(), change.apply(token)));
	}

	private Pair issue(String account, String scope, Instant refreshEnd) {
		Instant now = this.clock.instant();
		TikTokToken access = new TikTokToken("act." + random() + "!" + this.random.nextInt(9999) + ".e1", account,
				false, scope, now.plus(this.rules.lives.access()), false);
		TikTokToken refresh = new TikTokToken("rft." + random() + "!" + this.random.nextInt(9999) + ".e1", account,
				true, scope, refreshEnd, false);
		add(access);
		add(refresh);
		book("access", access.value(), account);
		book("refresh", refresh.value(), account);
		return new Pair(access, refresh);
	}

	private void book(String kind, String value, String account) {
		this.books.issued(new Books.Issued(this.clock.instant(), "tiktok", kind, value, account, null));
	}

	private String random() {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** Both tokens of one answer. */
	record Pair(TikTokToken access, TikTokToken refresh) {
	}

	/** A code and what it was issued for. */
	private record Code(String account, String redirectUri, String scope, Instant expiresAt) {
	}

}
