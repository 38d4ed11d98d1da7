package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInFailedException;

/**
 * Who signed in, and that member's own profile. A profile's address is only known where
 * LinkedIn reports its name in addresses; a display name proves nothing and is never
 * compared.
 */
@Component
class LinkedInMembers {

	static final String URN = "urn:li:person:";

	private final LinkedInNetwork network;

	LinkedInMembers(LinkedInNetwork network) {
		this.network = network;
	}

	/**
	 * Who signed in.
	 * @throws SignInFailedException if the permission for that was not granted
	 * @throws NetworkFaultException if LinkedIn does not say
	 */
	Who who(LinkedInSession session, Set<String> scopes) {
		if (scopes.contains(LinkedInSession.BASIC_PROFILE)) {
			Json me = session.me();
			return who(me.id("id"), name(me));
		}
		if (scopes.contains(LinkedInSession.PROFILE)) {
			Json info = session.userInfo();
			return who(info.id("sub"), info.label("name"));
		}
		throw new SignInFailedException(Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions",
				Stream.of(LinkedInSession.BASIC_PROFILE, LinkedInSession.ORGANIZATION_ADMIN)
					.filter((scope) -> !scopes.contains(scope))
					.map((scope) -> "permission.linkedin." + scope)
					.collect(Collectors.joining(","))));
	}

	/** The member's own profile, or empty where LinkedIn does not report its address. */
	Optional<ReachedChannel> of(LinkedInSession session, Set<String> scopes) {
		if (!scopes.contains(LinkedInSession.BASIC_PROFILE)) {
			return Optional.empty();
		}
		Json me = session.me();
		String id = me.id("id");
		String name = me.text("vanityName");
		if (id == null || name == null) {
			return Optional.empty();
		}
		String displayName = name(me);
		URI picture = LinkedInPictures.portrait(me);
		Json info = ((picture == null || displayName == null) && scopes.contains(LinkedInSession.PROFILE))
				? session.userInfo() : null;
		URI shown = (picture != null || info == null) ? picture : info.address("picture");
		String called = (displayName != null || info == null) ? displayName : info.label("name");
		return this.network.handle("in/" + decoded(name))
			.map(ChannelAddress::handle)
			.map((handle) -> new ReachedChannel(
					new Profile(this.network.id(), URN + id, handle, called, null, null, Map.of(), shown), null, null));
	}

	/** Names in addresses come as they stand there. */
	static String decoded(String vanityName) {
		try {
			return UriUtils.decode(vanityName, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return vanityName;
		}
	}

	private static Who who(@Nullable String id, @Nullable String name) {
		if (id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return new Who(id, name);
	}

	private static @Nullable String name(Json me) {
		String name = Stream.of("localizedFirstName", "localizedLastName")
			.map(me::label)
			.filter((part) -> part != null)
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? null : name;
	}

	/**
	 * A member.
	 *
	 * @param id LinkedIn's id of the member, another one for each app
	 * @param name the member's name, or null
	 */
	record Who(String id, @Nullable String name) {
	}

}
