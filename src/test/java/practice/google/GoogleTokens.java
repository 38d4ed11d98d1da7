package practice.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import practice.Books;
import practice.PracticeClock;
import practice.google.GoogleWorld.Identity;

/**
 * The codes and tokens that practice Google issued.
 */
final class GoogleTokens {

	static final Duration ACCESS = Duration.ofSeconds(3599);

	static final Duration TESTING = Duration.ofSeconds(604799);

	private static final Duration IDLE = Duration.ofDays(183);

	private static final Duration CODE = Duration.ofMinutes(10);

	private static final int MOST = 100;

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final Map<String, GoogleToken> tokens = new ConcurrentHashMap<>();

	private final GoogleWorld world;

	private final Books books;

	private final PracticeClock clock;

	GoogleTokens(GoogleWorld world, Books books, PracticeClock clock) {
		this.world = world;
		this.books = books;
		this.clock = clock;
	}

	String code(Identity identity, Consent consent) {
		String value = "4/" + random(24);
		this.codes.put(value, new Code(identity, consent, this.clock.instant().plus(CODE)));
		note("code", value, identity);
		return value;
	}

	/** A code is good once, for the same address, and for whoever asked for it. */
	synchronized Code redeem(@Nullable String value, @Nullable String redirectUri, @Nullable String verifier) {
		Code code = (value != null) ? this.codes.get(value) : null;
		if (code == null || !this.clock.instant().isBefore(code.expiresAt())) {
			throw GoogleException.oauth(400, "invalid_grant", "Malformed auth code.");
		}
		if (!code.consent().redirectUri().equals(redirectUri)) {
			throw GoogleException.oauth(400, "redirect_uri_mismatch", "Bad Request");
		}
		String challenge = code.consent().challenge();
		if (challenge != null && (verifier == null || !challenge.equals(challenge(verifier)))) {
			throw GoogleException.oauth(400, "invalid_grant", "Invalid code verifier.");
		}
		this.codes.remove(String.valueOf(value));
		return code;
	}

	GoogleToken access(Identity identity, Set<String> scopes) {
		return issue("ya29.", "access", identity, scopes, ACCESS);
	}

	/** Of more than a hundred living tokens the oldest dies without a word. */
	synchronized GoogleToken refresh(Identity identity, Set<String> scopes) {
		GoogleToken token = issue("1//", "refresh", identity, scopes, this.world.testing ? TESTING : null);
		this.tokens.values()
			.stream()
			.filter((old) -> old.isRefresh() && !old.ended && old.identity.equals(identity.sub()))
			.sorted(Comparator.<GoogleToken, Instant>comparing((old) -> old.issuedAt).reversed())
			.skip(MOST)
			.forEach((old) -> old.ended = true);
		return token;
	}

	/** The token if it is good now. */
	@Nullable GoogleToken find(@Nullable String value, boolean refresh) {
		GoogleToken token = (value != null) ? this.tokens.get(value) : null;
		if (token == null || token.ended || token.isRefresh() != refresh) {
			return null;
		}
		Instant now = this.clock.instant();
		Instant end = token.expiresAt;
		boolean idle = refresh && token.usedAt.plus(IDLE).isBefore(now);
		return (idle || (end != null && !now.isBefore(end))) ? null : token;
	}

	Identity identity(GoogleToken token) {
		return this.world.findIdentity(token.identity).orElseThrow(GoogleException::unauthenticated);
	}

	void used(GoogleToken token) {
		token.usedAt = this.clock.instant();
	}

	/** Seconds until a token's end, or null. */
	@Nullable Long left(GoogleToken token) {
		Instant end = token.expiresAt;
		return (end != null) ? Duration.between(this.clock.instant(), end).toSeconds() : null;
	}

	/** Ends everything that was granted to the app in one's name. */
	void end(Predicate<GoogleToken> which) {
		this.tokens.values().stream().filter(which).forEach((token) -> token.ended = true);
	}

	/** Lets access tokens reach their end now. */
	void expire(Predicate<GoogleToken> which) {
		this.tokens.values()
			.stream()
			.filter((token) -> !token.isRefresh() && which.test(token))
			.forEach((token) -> token.expiresAt = this.clock.instant());
	}

	@Nullable GoogleToken any(@Nullable String value) {
		return (value != null) ? this.tokens.get(value) : null;
	}

	List<GoogleToken> all() {
		return this.tokens.values()
			.stream()
			.sorted(Comparator.<GoogleToken, Instant>comparing((token) -> token.issuedAt)
				.thenComparing((token) -> token.value))
			.toList();
	}

	void add(GoogleToken token) {
		this.tokens.put(token.value, token);
	}

	void forget() {
		this.codes.clear();
		this.tokens.clear();
	}

	private GoogleToken issue(String prefix, String kind, Identity identity, Set<String> scopes,
			@Nullable Duration life) {
		Instant now = this.clock.instant();
		GoogleToken token = new GoogleToken(prefix + random(32), identity.sub(), identity.person(),
				new TreeSet<>(scopes), now, (life != null) ? now.plus(life) : null);
		this.tokens.put(token.value, token);
		note(kind, token.value, identity);
		return token;
	}

	private void note(String kind, String value, Identity identity) {
		this.books.issued(
				new Books.Issued(this.clock.instant(), "google", kind, value, identity.person(), identity.channel()));
	}

	private String random(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private static String challenge(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a person agreed to.
	 *
	 * @param redirectUri where the code is sent
	 * @param challenge what a verifier has to fit to (PKCE), or null
	 * @param scopes what the tokens will be good for
	 * @param offline whether a refresh token comes with it
	 */
	record Consent(String redirectUri, @Nullable String challenge, Set<String> scopes, boolean offline) {
	}

	/** A code and what it was issued for. */
	record Code(Identity identity, Consent consent, Instant expiresAt) {
	}

}
