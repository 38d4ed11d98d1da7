package practice.linkedin;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The app that organizations would register at LinkedIn, and how LinkedIn treats it.
 */
final class App {

	static final String ID = "practice-linkedin";

	static final String SECRET = "practice-linkedin-secret";

	static final String NAME = "Channelkeeper (practice)";

	static final Set<String> PAGES_PRODUCT = Set.of("r_basicprofile", "rw_organization_admin", "r_organization_social");

	static final Set<String> SIGN_IN_PRODUCT = Set.of("openid", "profile", "email");

	/** Whether LinkedIn gives this app refresh tokens. */
	volatile boolean partner;

	/** Whether the app was given the product that shows pages. */
	volatile boolean pagesProduct = true;

	/** Whether scopes are written with blanks in place of commas. */
	volatile boolean blanks;

	/** For how long a fresh token is called revoked. */
	volatile Duration revokedAtFirst = Duration.ZERO;

	/** The oldest month of the API that is still served. */
	volatile String oldestVersion = "202512";

	void reset() {
		this.partner = false;
		this.pagesProduct = true;
		this.blanks = false;
		this.revokedAtFirst = Duration.ZERO;
		this.oldestVersion = "202512";
	}

	boolean mayAsk(String scope) {
		return SIGN_IN_PRODUCT.contains(scope) || (this.pagesProduct && PAGES_PRODUCT.contains(scope));
	}

	boolean serves(String version) {
		return version.compareTo(this.oldestVersion) >= 0;
	}

	static boolean isKnown(@Nullable String id, @Nullable String secret) {
		return ID.equals(id) && SECRET.equals(secret);
	}

}
