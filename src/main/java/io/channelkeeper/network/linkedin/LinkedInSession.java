package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;

/**
 * One conversation with LinkedIn in one member's name. The first time that LinkedIn calls
 * the token revoked it is asked once more after a while, because it says so for some
 * seconds of every fresh token (N-9).
 */
final class LinkedInSession {

	static final String BASIC_PROFILE = "r_basicprofile";

	static final String ORGANIZATION_ADMIN = "rw_organization_admin";

	/** The permission of the other product, which some apps have beside. */
	static final String PROFILE = "profile";

	private static final String ONE_PAGE = "";

	private static final NetworkFault REVOKED = new NetworkFault.TokenRejected(Cause.ACCESS_REVOKED);

	private static final int ROLES_AT_ONCE = 100;

	/** Nobody has more roles than that; a network that says so is mistaken. */
	private static final int MOST_ANSWERS = 20;

	private final LinkedInApi api;

	private final Map<String, String> headers;

	private final Function<String, ApiCalls> calls;

	private final Duration askAgainAfter;

	private boolean askedAgain;

	/**
	 * @param calls the way to ask with a permission, or about one page without one
	 */
	LinkedInSession(LinkedInApi api, Map<String, String> headers, Function<String, ApiCalls> calls,
			Duration askAgainAfter) {
		this.api = api;
		this.headers = headers;
		this.calls = calls;
		this.askAgainAfter = askAgainAfter;
	}

	Json me() {
		return read(BASIC_PROFILE, () -> this.api.me(this.headers));
	}

	Json userInfo() {
		return read(PROFILE, () -> this.api.userInfo(this.headers));
	}

	/** The member's roles of any kind and state, from as many answers as they come in. */
	List<Json> roles() {
		List<Json> roles = new ArrayList<>();
		int asked = 0;
		boolean more = true;
		while (more && asked++ < MOST_ANSWERS) {
			int start = roles.size();
			Json answer = read(ORGANIZATION_ADMIN, () -> this.api.roles(this.headers, start, ROLES_AT_ONCE));
			if (!answer.hasList("elements")) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			List<Json> next = answer.objects("elements");
			roles.addAll(next);
			more = !next.isEmpty() && isFollowed(answer, next.size(), roles.size());
		}
		return roles;
	}

	/**
	 * A page.
	 * @throws NetworkFaultException above all because the page is lost to this member
	 */
	Json page(String id) {
		return read(ONE_PAGE, () -> this.api.organization(this.headers, id));
	}

	/** The pages that go by a name; none or one. */
	List<Json> pagesNamed(String vanityName) {
		Json answer = read(ORGANIZATION_ADMIN, () -> this.api.organizations(this.headers, vanityName));
		if (!answer.hasList("elements")) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return answer.objects("elements");
	}

	/** How many follow a page, or null where LinkedIn does not say just now. */
	@Nullable Long followers(String id) {
		Json answer = readIfPossible(() -> this.api.networkSize(this.headers, "urn:li:organization:" + id));
		Long size = (answer != null) ? answer.number("firstDegreeSize") : null;
		return (size != null && size >= 0) ? size : null;
	}

	/** Where an image can be fetched at once, or null. */
	@Nullable URI image(String urn) {
		String image = urn.replace("urn:li:digitalmediaAsset:", "urn:li:image:");
		Json answer = readIfPossible(() -> this.api.image(this.headers, image));
		return (answer != null) ? answer.address("downloadUrl") : null;
	}

	/** What is only an adornment stops nothing but a token that is no good any more. */
	private @Nullable Json readIfPossible(Supplier<ResponseEntity<byte[]>> call) {
		try {
			return read(ONE_PAGE, call);
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().isEndOfAccess()) {
				throw ex;
			}
			return null;
		}
	}

	private Json read(String permission, Supplier<ResponseEntity<byte[]>> call) {
		ApiCalls asking = this.calls.apply(permission);
		try {
			return asking.read(call);
		}
		catch (NetworkFaultException ex) {
			if (this.askedAgain || !ex.fault().equals(REVOKED)) {
				throw ex;
			}
		}
		this.askedAgain = true;
		pause();
		return asking.read(call);
	}

	private void pause() {
		try {
			Thread.sleep(this.askAgainAfter);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NetworkFaultException(new NetworkFault.Unavailable(), ex);
		}
	}

	/** By the total where there is one, else by a link or a full answer. */
	private static boolean isFollowed(Json answer, int size, int sum) {
		Json paging = answer.object("paging");
		Long total = (paging != null) ? paging.number("total") : null;
		if (total != null) {
			return sum < total;
		}
		boolean linked = paging != null
				&& paging.objects("links").stream().anyMatch((link) -> "next".equals(link.text("rel")));
		Long count = (paging != null) ? paging.number("count") : null;
		return linked || size >= ((count != null && count > 0) ? count : ROLES_AT_ONCE);
	}

}
