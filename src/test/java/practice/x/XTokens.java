package practice.x;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import practice.Books;
import practice.PracticeClock;

/**
 * The codes and tokens that practice X issued. An account has one live grant for the app:
 * a new sign-in ends the one before.
 */
final class XTokens {

	static final Duration ACCESS = Duration.ofHours(2);

	private static final Duration CODE = Duration.ofSeconds(30);

	private static final Duration REFRESH = Duration.ofDays(182);

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Code> codes = new ConcurrentHashMap<>();

	private final List<XGrant> grants = new ArrayList<>();

	private final Books books;

	private final PracticeClock clock;

	XTokens(Books books, PracticeClock clock) {
		this.books = books;
		this.clock = clock;
	}

	/** A code for one exchange within 30 seconds. */
	String code(XAccount account, XDialog dialog) {
		String value = token("ac");
		this.codes.put(value, new Code(account, dialog, this.clock.instant().plus(CODE)));
		note("code", value, account);
		return value;
	}

	/** Exchanges a code; it is gone whatever comes of it. */
	synchronized Map<String, Object> redeem(String value, String redirectUri, String verifier) {
		Code code = this.codes.remove(value);
		if (code == null || !this.clock.instant().isBefore(code.expiresAt())) {
			throw invalid("authorization code");
		}
		if (!code.dialog().redirectUri().equals(redirectUri)) {
			throw XProblem.oauth(400, "invalid_request",
					"Value passed for the redirect uri did not match the uri of the authorization code.");
		}
		if (!code.dialog().isProvenBy(verifier)) {
			throw XProblem.oauth(400, "invalid_request",
					"Value passed for the code verifier did not match the code challenge.");
		}
		return answer(begin(code.account(), code.dialog().scopes()));
	}

	/** A new grant, which ends the account's former one (N-8). */
	synchronized XGrant begin(XAccount account, List<String> scopes) {
		end(account, "replaced");
		XGrant grant = new XGrant(account, scopes);
		this.grants.add(grant);
		return grant;
	}

	/** Uses a refresh token up. Whoever shows a used one loses everything. */
	synchronized Map<String, Object> refresh(String value) {
		XGrant grant = this.grants.stream()
			.filter((one) -> value.equals(one.refresh) || one.used.containsKey(value))
			.findFirst()
			.orElseThrow(() -> invalid("token"));
		if (grant.used.containsKey(value)) {
			grant.end("used twice");
		}
		Instant end = grant.refreshExpiresAt;
		if (!grant.isLive() || (end != null && !this.clock.instant().isBefore(end))) {
			throw invalid("token");
		}
		grant.used.put(value, true);
		return answer(grant);
	}

	/** Ends whatever a token belongs to; X says the same of tokens that it never saw. */
	synchronized void revoke(String value) {
		this.grants.stream()
			.filter((grant) -> value.equals(grant.refresh) || grant.access.containsKey(value))
			.forEach((grant) -> grant.end("given back"));
	}

	/** The live grant that an access token opens now. */
	synchronized Optional<XGrant> opened(@Nullable String value) {
		return this.grants.stream()
			.filter(XGrant::isLive)
			.filter((grant) -> value != null && grant.access.containsKey(value)
					&& this.clock.instant().isBefore(grant.access.get(value)))
			.findFirst();
	}

	/** The app's live grant of an account. */
	synchronized Optional<XGrant> live(XAccount account) {
		return this.grants.stream().filter((grant) -> grant.account == account && grant.isLive()).findFirst();
	}

	synchronized void end(XAccount account, String why) {
		this.grants.stream().filter((grant) -> grant.account == account).forEach((grant) -> grant.end(why));
	}

	/** Lets an account's access tokens reach their end now; refresh tokens stay. */
	synchronized void expire(XAccount account) {
		live(account).ifPresent((grant) -> grant.access.replaceAll((token, end) -> this.clock.instant()));
	}

	synchronized List<XGrant> all() {
		return List.copyOf(this.grants);
	}

	synchronized void add(XGrant grant) {
		this.grants.add(grant);
	}

	synchronized void forget() {
		this.codes.clear();
		this.grants.clear();
	}

	private Map<String, Object> answer(XGrant grant) {
		Instant now = this.clock.instant();
		String access = token("at");
		grant.access.put(access, now.plus(ACCESS));
		note("access", access, grant.account);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("token_type", "bearer");
		answer.put("expires_in", ACCESS.toSeconds());
		answer.put("access_token", access);
		if (grant.scopes.contains("offline.access")) {
			String refresh = token("rt");
			grant.refresh = refresh;
			grant.refreshExpiresAt = now.plus(REFRESH);
			note("refresh", refresh, grant.account);
			answer.put("refresh_token", refresh);
		}
		answer.put("scope", String.join(" ", grant.scopes));
		return answer;
	}

	private void note(String kind, String value, XAccount account) {
		this.books.issued(new Books.Issued(this.clock.instant(), "x", kind, value, account.key, null));
	}

	private static XProblem invalid(String what) {
		return XProblem.oauth(400, "invalid_request", "Value passed for the " + what + " was invalid.");
	}

	private String token(String kind) {
		byte[] bytes = new byte[30];
		this.random.nextBytes(bytes);
		String plain = base64(bytes) + ":" + this.clock.instant().toEpochMilli() + ":1:0:" + kind + ":1";
		return base64(plain.getBytes(StandardCharsets.UTF_8));
	}

	static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static String sha256(String text) {
		try {
			return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A code and what it was issued for. */
	private record Code(XAccount account, XDialog dialog, Instant expiresAt) {
	}

}
