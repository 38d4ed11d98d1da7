package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PushReceivers;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;

/**
 * Tells whoever runs the installation how each provider is set up and how it goes with it
 * (B-12).
 */
@Service
public class NetworkDesk {

	private final SignInProviders providers;

	private final Networks networks;

	private final PushReceivers receivers;

	private final ProviderRecords records;

	private final HelpAnswers answers;

	private final BaseUrl baseUrl;

	private final Clock clock;

	NetworkDesk(SignInProviders providers, Networks networks, PushReceivers receivers, ProviderRecords records,
			HelpAnswers answers, BaseUrl baseUrl, Clock clock) {
		this.answers = answers;
		this.providers = providers;
		this.networks = networks;
		this.receivers = receivers;
		this.records = records;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/** All providers that this installation knows, those set up first. */
	public List<ProviderStanding> standings(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		Map<NetworkId, HelpAnswers.HelpCount> helped = this.answers.counts(viewer);
		return this.providers.all()
			.stream()
			.sorted((one, other) -> Boolean.compare(isConfigured(other), isConfigured(one)))
			.map((provider) -> standing(provider, helped))
			.toList();
	}

	/** How far our clock is from the networks', or empty when none has answered yet. */
	public Optional<Long> clockAheadSeconds() {
		return this.records.clockAheadSeconds();
	}

	/**
	 * Asks a provider whether it takes our client id and secret, and keeps what it says.
	 * Asks a network, so never inside a transaction.
	 * @throws ForbiddenException if the viewer does not run the installation
	 * @throws NotFoundException if there is no such provider, or it is not set up
	 */
	public CredentialsState check(Viewer viewer, String name) {
		requireOperator(viewer);
		SignInProvider provider = this.providers.configured()
			.stream()
			.filter((one) -> one.id().value().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("provider", name));
		CredentialsState state = ask(provider);
		this.records.checked(provider.id(), state, this.clock.instant());
		return state;
	}

	private static void requireOperator(Viewer viewer) {
		if (!viewer.operator()) {
			throw new ForbiddenException("OPERATE", viewer.memberId());
		}
	}

	private CredentialsState ask(SignInProvider provider) {
		try {
			return provider.checkCredentials(this.providers.registration(provider.id()));
		}
		catch (NetworkFaultException | SignInFailedException ex) {
			return CredentialsState.UNKNOWN;
		}
	}

	private boolean isConfigured(SignInProvider provider) {
		return this.providers.configured(provider.id());
	}

	private ProviderStanding standing(SignInProvider provider, Map<NetworkId, HelpAnswers.HelpCount> helped) {
		ProviderId id = provider.id();
		List<Network> networks = provider.ways()
			.stream()
			.map((way) -> this.networks.get(way.network()))
			.distinct()
			.toList();
		return new ProviderStanding(provider, isConfigured(provider),
				this.baseUrl.of("/oauth/callback/" + id).toString(), networks.stream().map(Network::name).toList(),
				this.records.apis(id), this.records.lastSignIn(id), this.records.lastCheck(id),
				this.records.shortestLife(id), webhooks(id), this.records.lastPush(id),
				networks.stream()
					.flatMap((network) -> Stream.ofNullable(helped.get(network.id()))
						.map((count) -> new HelpStanding(network.name(), count)))
					.toList());
	}

	private List<Webhook> webhooks(ProviderId provider) {
		String address = "/webhooks/" + provider;
		return this.receivers.of(provider)
			.stream()
			.flatMap((receiver) -> receiver.kinds().stream())
			.map((kind) -> new Webhook(kind,
					this.baseUrl.of(kind.isEmpty() ? address : address + "/" + kind).toString()))
			.toList();
	}

	/**
	 * How a provider is set up and how it goes with it.
	 *
	 * @param provider the provider
	 * @param configured whether the operator gave credentials
	 * @param redirectAddress what has to be registered at the provider
	 * @param networks names of the networks it leads to
	 * @param apis how its APIs last answered
	 * @param lastSignIn the last sign-in that came to an end, or null
	 * @param check what it last said of the credentials, or null
	 * @param shortestDays the shortest life in days that a refresh token was given, or
	 * null
	 * @param webhooks addresses that have to be registered for what it tells by itself
	 * @param push what it last told by itself, or null
	 * @param helped what members of the viewer's organization said of its help pages
	 */
	public record ProviderStanding(SignInProvider provider, boolean configured, String redirectAddress,
			List<String> networks, List<ApiStanding> apis, @Nullable SignInStanding lastSignIn,
			@Nullable CheckStanding check, @Nullable Long shortestDays, List<Webhook> webhooks,
			@Nullable PushStanding push, List<HelpStanding> helped) {
	}

	/**
	 * Whether a network's help page helped.
	 *
	 * @param network the network's name
	 * @param count how often
	 */
	public record HelpStanding(String network, HelpAnswers.HelpCount count) {
	}

	/**
	 * An address that a provider calls.
	 *
	 * @param kind what for, or an empty text where it calls only one
	 * @param address the full address
	 */
	public record Webhook(String kind, String address) {
	}

	/**
	 * What a provider last told by itself.
	 *
	 * @param acceptedAt when it was last understood, or null
	 * @param refusedAt when it was last refused, or null
	 * @param refusal why, or null
	 */
	public record PushStanding(@Nullable Instant acceptedAt, @Nullable Instant refusedAt, @Nullable String refusal) {

		/** Whether the last one was refused. */
		public boolean isTrouble() {
			return this.refusedAt != null && (this.acceptedAt == null || this.acceptedAt.isBefore(this.refusedAt));
		}

	}

	/**
	 * How an API last answered.
	 *
	 * @param api its name
	 * @param answeredAt when
	 * @param fault the kind of fault, or null when it answered properly
	 * @param soundAt when it last answered properly, or null
	 * @param closedUntil until when background work waits, or null
	 * @param usedPercent how much of its limit is used, or null
	 * @param callsLeft how many calls are left, or null
	 * @param renewedAt when the limit begins anew, or null
	 * @param troubledSince since when so many of its calls fail that the network itself
	 * is in trouble, or null
	 * @param troubledShare how many of a hundred calls failed then, or null
	 */
	public record ApiStanding(String api, Instant answeredAt, @Nullable String fault, @Nullable Instant soundAt,
			@Nullable Instant closedUntil, @Nullable Integer usedPercent, @Nullable Long callsLeft,
			@Nullable Instant renewedAt, @Nullable Instant troubledSince, @Nullable Integer troubledShare) {
	}

	/**
	 * The last sign-in that came to an end.
	 *
	 * @param at when
	 * @param diagnosis the kind of what was missing, or null when it connected
	 */
	public record SignInStanding(Instant at, @Nullable String diagnosis) {
	}

	/**
	 * What a provider last said of the credentials.
	 *
	 * @param at when
	 * @param state what it said
	 */
	public record CheckStanding(Instant at, CredentialsState state) {
	}

}
