package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ReachedChannel;

/**
 * The pages of companies, schools and brands on which a member has a role. Only an
 * approved administrator's can be connected; the others are named with what they lack.
 */
@Component
class LinkedInPages {

	private static final Pattern URN = Pattern.compile("urn:li:organization(?:Brand)?:([0-9]{1,19})");

	/** The names under which a role's page stands in older and newer answers. */
	private static final List<String> PAGE = List.of("organization", "organizationTarget", "organizationalTarget");

	/**
	 * Followers and logos of so many pages are read while somebody waits; an agency's
	 * further ones follow later.
	 */
	private static final int MOST_IN_FULL = 25;

	private final LinkedInNetwork network;

	LinkedInPages(LinkedInNetwork network) {
		this.network = network;
	}

	/** Every page on which the member has a role, the connectable ones first. */
	List<ReachedChannel> of(LinkedInSession session) {
		Map<String, Role> roles = new LinkedHashMap<>();
		for (Json line : session.roles()) {
			Role role = role(line);
			if (role != null) {
				roles.merge(role.page(), role, (one, other) -> one.enough() ? one : other);
			}
		}
		List<ReachedChannel> channels = new ArrayList<>();
		Stream
			.concat(roles.values().stream().filter(Role::enough),
					roles.values().stream().filter((role) -> !role.enough()))
			.forEachOrdered((role) -> reached(role, session, channels.size() < MOST_IN_FULL).ifPresent(channels::add));
		return channels;
	}

	/** The numbers of the pages that the member administers. */
	static Set<String> administered(LinkedInSession session) {
		return session.roles()
			.stream()
			.map(LinkedInPages::role)
			.filter((role) -> role != null && role.enough())
			.map((role) -> role.page())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** What LinkedIn says of a page, its followers and logo asked for. */
	Optional<Profile> profile(Json page, LinkedInSession session) {
		return Optional.ofNullable(page.id("id")).map((id) -> inFull(page, id, session));
	}

	private Optional<ReachedChannel> reached(Role role, LinkedInSession session, boolean inFull) {
		Json page = null;
		try {
			page = session.page(role.page());
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().equals(new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED))) {
				return Optional.empty();
			}
			if (!ex.fault().equals(new NetworkFault.ChannelLost(Cause.ROLE_LOST))) {
				throw ex;
			}
		}
		if (page == null || !role.enough()) {
			return Optional.of(tooSmall(role, (page != null) ? page : role.glance()));
		}
		Profile profile = inFull ? inFull(page, role.page(), session) : profile(page, role.page(), Map.of(), null);
		return Optional.of(new ReachedChannel(profile, null, null));
	}

	private Profile inFull(Json page, String id, LinkedInSession session) {
		Long followers = session.followers(id);
		return profile(page, id, (followers != null) ? Map.of("followers", followers) : Map.of(),
				LinkedInPictures.logo(page, session));
	}

	private ReachedChannel tooSmall(Role role, @Nullable Json page) {
		Profile profile = (page != null) ? profile(page, role.page(), Map.of(), null) : new Profile(this.network.id(),
				role.page(), "company/" + role.page(), null, null, null, Map.of(), null);
		String name = Objects.requireNonNullElse(profile.displayName(), profile.handle());
		return new ReachedChannel(profile, null,
				Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", name).at(this.network.id()));
	}

	private Profile profile(Json page, String id, Map<String, Long> figures, @Nullable URI logo) {
		String name = page.text("vanityName");
		String handle = handle(sort(page), name).orElse("company/" + id);
		Set<String> others = new LinkedHashSet<>();
		for (String sort : List.of("company", "school", "showcase")) {
			others.add(sort + "/" + id);
			handle(sort, name).ifPresent(others::add);
		}
		others.remove(handle);
		return new Profile(this.network.id(), id, handle, page.label("localizedName"), null, null, figures, logo,
				others);
	}

	private Optional<String> handle(String sort, @Nullable String name) {
		return Optional.ofNullable(name)
			.flatMap((vanityName) -> this.network.handle(sort + "/" + LinkedInMembers.decoded(vanityName)))
			.map(ChannelAddress::handle);
	}

	private static String sort(Json page) {
		return switch (Objects.requireNonNullElse(page.text("primaryOrganizationType"), "")) {
			case "SCHOOL" -> "school";
			case "BRAND" -> "showcase";
			default -> "company";
		};
	}

	private static @Nullable Role role(Json line) {
		for (String name : PAGE) {
			String urn = line.text(name);
			Matcher matcher = URN.matcher((urn != null) ? urn : "");
			if (matcher.matches()) {
				boolean enough = "ADMINISTRATOR".equals(line.text("role")) && "APPROVED".equals(line.text("state"));
				return new Role(matcher.group(1), enough, line.object(name + "~"));
			}
		}
		return null;
	}

	/**
	 * A member's role on a page.
	 *
	 * @param page the page's number
	 * @param enough whether it is an approved administrator's
	 * @param glance what the answer says of the page beside, or null
	 */
	private record Role(String page, boolean enough, @Nullable Json glance) {
	}

}
