package practice.facebook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import practice.Books;
import practice.PracticeClock;

/**
 * The codes and tokens that practice Facebook issued.
 */
final class Tokens {

	static final Duration LONG = Duration.ofSeconds(5183944);

	private static final Duration SHORT = Duration.ofSeconds(5104);

	private static final Duration CODE = Duration.ofMinutes(10);

	private static final Duration DATA_ACCESS = Duration.ofDays(90);

	private static final DateTimeFormatter SESSION_TIME = DateTimeFormatter
		.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	private final World world;

	private final Books books;

	private final PracticeClock clock;

	Tokens(World world, Books books, PracticeClock clock) {
		this.world = world;
		this.books = books;
		this.clock = clock;
	}

	/** A code for one exchange within ten minutes. */
	String code(Person person, String redirectUri) {
		String value = "AQ" + random();
		this.codes.put(value, new Code(person, redirectUri, this.clock.instant().plus(CODE), false));
		this.books.issued(new Books.Issued(this.clock.instant(), "facebook", "code", value, person.key, null));
		return value;
	}

	/** Exchanges a code for a short token. */
	synchronized Token redeem(String value, String redirectUri) {
		Code code = this.codes.get(value);
		if (code == null) {
			throw GraphException.parameter("Invalid verification code format.");
		}
		if (!code.redirectUri().equals(redirectUri)) {
			throw GraphException.parameter("Error validating verification code. Please make sure your redirect_uri is"
					+ " identical to the one you used in the OAuth dialog request");
		}
		if (code.used()) {
			throw GraphException.parameter("This authorization code has been used.");
		}
		if (!this.clock.instant().isBefore(code.expiresAt())) {
			throw GraphException.parameter("This authorization code has expired.");
		}
		this.codes.put(value, new Code(code.person(), redirectUri, code.expiresAt(), true));
		return issue("EAAS", code.person(), null, false, SHORT);
	}

	/** A long token for one that is still accepted. */
	Token lengthen(Token token) {
		return issue("EAAL", token.person, null, true, LONG);
	}

	/** The page's own token; the same one as long as it is accepted. */
	synchronized Token ofPage(Token user, Page page) {
		return this.tokens.values()
			.stream()
			.filter((token) -> page.id.equals(token.page) && token.person == user.person && token.ended == null
					&& token.longLived == user.longLived && !isOver(token))
			.findFirst()
			.orElseGet(() -> issue("EAAP", user.person, page.id, user.longLived, user.longLived ? null : SHORT));
	}

	/** The token if it is accepted now, or Graph's own error. */
	Token check(@Nullable String value) {
		Token token = find(value);
		Rejection why = rejection(token);
		if (why != null) {
			throw GraphException.rejected(why, message(token, why));
		}
		if (token.person.suspended) {
			throw new GraphException(400, "OAuthException", 368, null, false,
					"The action attempted has been deemed abusive or is otherwise disallowed");
		}
		return token;
	}

	Token find(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			throw GraphException.of(2500,
					"An active access token must be used to query information about the current" + " user.");
		}
		Token token = this.tokens.get(value);
		if (token == null) {
			throw GraphException.rejected(Rejection.UNKNOWN, Rejection.UNKNOWN.message());
		}
		return token;
	}

	/** Why a token is not accepted now, or null. */
	@Nullable Rejection rejection(Token token) {
		if (token.ended != null) {
			return token.ended;
		}
		if (token.person.trouble != null) {
			return token.person.trouble;
		}
		if (isOver(token)) {
			return Rejection.EXPIRED;
		}
		if (token.page != null) {
			Page page = this.world.findPage(token.page).orElse(null);
			if (page == null) {
				return Rejection.PAGE_DELETED;
			}
			return page.roles.containsKey(token.person.id) ? null : Rejection.ROLE_LOST;
		}
		return null;
	}

	String message(Token token, Rejection why) {
		if (why != Rejection.EXPIRED) {
			return why.message();
		}
		Instant end = Objects.requireNonNullElse(token.expiresAt, this.clock.instant());
		return why.message().formatted(SESSION_TIME.format(end), SESSION_TIME.format(this.clock.instant()));
	}

	/** Ends every token of a person that was not ended yet. */
	void end(Person person, Rejection why) {
		this.tokens.values()
			.stream()
			.filter((token) -> token.person == person && token.ended == null)
			.forEach((token) -> token.ended = why);
	}

	/** Lets every token of a person that has an end reach it now. */
	void expire(Person person) {
		this.tokens.values()
			.stream()
			.filter((token) -> token.person == person && token.expiresAt != null)
			.forEach((token) -> token.expiresAt = this.clock.instant());
	}

	/** Every token, by the moment of its issue. */
	List<Token> all() {
		return this.tokens.values()
			.stream()
			.sorted(Comparator.<Token, Instant>comparing((token) -> token.issuedAt)
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

	private boolean isOver(Token token) {
		Instant end = token.expiresAt;
		return end != null && !this.clock.instant().isBefore(end);
	}

	private Token issue(String prefix, Person person, @Nullable String page, boolean longLived,
			@Nullable Duration life) {
		Instant now = this.clock.instant();
		Token token = new Token(prefix + random(), person, page, longLived, now, now.plus(DATA_ACCESS),
				(life != null) ? now.plus(life) : null);
		this.tokens.put(token.value, token);
		String kind = (page != null) ? "page" : longLived ? "long" : "short";
		this.books.issued(new Books.Issued(now, "facebook", kind, token.value, person.key, page));
		return token;
	}

	private String random() {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** A code and what it was issued for. */
	private record Code(Person person, String redirectUri, Instant expiresAt, boolean used) {
	}

}
