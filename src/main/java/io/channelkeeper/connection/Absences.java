package io.channelkeeper.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Finds out why a new sign-in does not reach channels any more that hang on the same
 * person's login (H-7). Asks networks, so never inside a transaction.
 */
@Component
class Absences {

	private static final Logger log = LoggerFactory.getLogger(Absences.class);

	private final SocialLogins logins;

	private final VerificationRows rows;

	private final ChannelProbe probe;

	private final SignInProviders providers;

	Absences(SocialLogins logins, VerificationRows rows, ChannelProbe probe, SignInProviders providers) {
		this.logins = logins;
		this.rows = rows;
		this.probe = probe;
		this.providers = providers;
	}

	/**
	 * What is wrong with the channels that were not reached.
	 * @return nothing of channels that are reached in another way; null if nobody knows
	 */
	@Nullable Map<UUID, NetworkFault> of(ProviderId provider, Grant grant, List<ReachedChannel> reached) {
		List<VerificationRows.Hanging> left = this.logins.of(provider, grant.userId())
			.map((login) -> this.rows.channels(Tenancy.current(), login.id()))
			.orElse(List.of())
			.stream()
			.filter((channel) -> reached.stream().noneMatch((one) -> one.obstacle() == null && isSame(channel, one)))
			.toList();
		return left.isEmpty() ? Map.of() : ask(this.providers.get(provider), grant, left);
	}

	private @Nullable Map<UUID, NetworkFault> ask(SignInProvider provider, Grant grant,
			List<VerificationRows.Hanging> left) {
		try {
			Map<UUID, NetworkFault> faults = new HashMap<>();
			this.probe.ask(provider, grant, left)
				.forEach((channel, fault) -> faults.put(channel.id(), own(provider, channel, fault)));
			return faults;
		}
		catch (NetworkFaultException | UnreadableSecretException ex) {
			log.info("Why {} channels are not reached at {} is not known yet: {}", left.size(), provider.id(),
					ex.getClass().getSimpleName());
			return null;
		}
	}

	/** The new access works: what a channel's old token died of says nothing of now. */
	private static NetworkFault own(SignInProvider provider, VerificationRows.Hanging channel, NetworkFault fault) {
		boolean ofTheOldToken = fault.isEndOfAccess()
				|| (fault instanceof NetworkFault.ChannelLost(var cause) && Verification.OF_THE_TOKEN.contains(cause));
		return ofTheOldToken ? new NetworkFault.ChannelLost(provider.causeOfAbsence(channel.network())) : fault;
	}

	private static boolean isSame(VerificationRows.Hanging channel, ReachedChannel reached) {
		return channel.network().equals(reached.profile().network())
				&& channel.externalId().equals(reached.profile().externalId());
	}

}
