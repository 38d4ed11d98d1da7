package io.channelkeeper.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.HeldChannel;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Asks a network about the channels that hang on a login, and knows which permissions
 * each of them cannot do without.
 */
@Component
class ChannelProbe {

	private final VerificationRows rows;

	private final Verdicts verdicts;

	private final SignInProviders providers;

	private final SignInWays ways;

	private final Sealer sealer;

	ChannelProbe(VerificationRows rows, Verdicts verdicts, SignInProviders providers, SignInWays ways, Sealer sealer) {
		this.rows = rows;
		this.verdicts = verdicts;
		this.providers = providers;
		this.ways = ways;
		this.sealer = sealer;
	}

	List<VerificationRows.Hanging> channels(LoginRow.Asked asked) {
		return this.rows.channels(asked.organization(), asked.login());
	}

	/**
	 * What the network says is wrong with a login's channels; nothing of those that are
	 * well.
	 * @throws NetworkFaultException if the access itself is refused, or the network does
	 * not answer properly
	 */
	Map<VerificationRows.Hanging, NetworkFault> ask(SignInProvider provider, Grant grant,
			List<VerificationRows.Hanging> channels) {
		Map<VerificationRows.Hanging, HeldChannel> held = channels.stream()
			.collect(Collectors.toMap(Function.identity(), this::held));
		ClientRegistration registration = this.providers.registration(provider.id());
		Map<HeldChannel, NetworkFault> said = provider.check(grant, held.values(), registration);
		Map<VerificationRows.Hanging, NetworkFault> faults = new HashMap<>();
		for (var one : held.entrySet()) {
			NetworkFault fault = said.get(one.getValue());
			if (fault != null) {
				faults.put(one.getKey(), fault);
			}
		}
		return faults;
	}

	/** A channel as providers are asked about it, its own token opened. */
	HeldChannel held(VerificationRows.Hanging one) {
		return new HeldChannel(one.network(), one.externalId(), (one.token() != null) ? open(one, one.token()) : null);
	}

	private TokenValue open(VerificationRows.Hanging one, byte[] sealed) {
		SealedPlace place = new SealedPlace(Tenancy.current(), one.id(), "connection.channel_token");
		return new TokenValue(this.sealer.open(sealed, place));
	}

	/** The first permission that a channel needs and that is not among the scopes. */
	Optional<NetworkFault> missing(ProviderId provider, VerificationRows.Hanging channel, Set<String> scopes) {
		return this.ways.find(channel.network(), provider)
			.stream()
			.flatMap((way) -> way.permissions().stream())
			.map(Permission::scope)
			.filter((scope) -> !scopes.contains(scope))
			.findFirst()
			.map(NetworkFault.PermissionMissing::new);
	}

	/** Ends the channels that a renewal left without a permission that they need. */
	void endWithoutPermission(LoginRow.Asked asked, Set<String> scopes) {
		channels(asked).forEach((channel) -> missing(asked.provider(), channel, scopes)
			.ifPresent((fault) -> lost(asked, channel, fault)));
	}

	/** One channel is lost; the others of its login go on. */
	void lost(LoginRow.Asked asked, VerificationRows.Hanging channel, NetworkFault fault) {
		this.verdicts.lost(asked, channel.id(), Verification.cause(fault), name(asked.provider(), channel, fault));
	}

	/** What our texts call the permission that is missing, or null where nobody says. */
	private @Nullable String name(ProviderId provider, VerificationRows.Hanging channel, NetworkFault fault) {
		if (!(fault instanceof NetworkFault.PermissionMissing(var scope)) || scope == null) {
			return null;
		}
		return this.ways.find(channel.network(), provider)
			.stream()
			.flatMap((way) -> way.permissions().stream())
			.filter((permission) -> permission.scope().equals(scope))
			.map(Permission::key)
			.findFirst()
			.orElse(null);
	}

}
