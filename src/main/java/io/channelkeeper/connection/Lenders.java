package io.channelkeeper.connection;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TokenValue;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Finds own connected channels of the bound organization through which strangers' public
 * profiles can be read.
 */
@Component
class Lenders {

	private static final Logger log = LoggerFactory.getLogger(Lenders.class);

	/** One whose access turns out to be gone is followed by the next. */
	private static final int MOST = 3;

	private final ConnectionRepository connections;

	private final SocialLogins logins;

	private final Renewals renewals;

	private final ChannelService channels;

	private final SignInProviders providers;

	private final Sealer sealer;

	private final JdbcClient jdbc;

	private final Clock clock;

	Lenders(ConnectionRepository connections, SocialLogins logins, Renewals renewals, ChannelService channels,
			SignInProviders providers, Sealer sealer, JdbcClient jdbc, Clock clock) {
		this.connections = connections;
		this.logins = logins;
		this.renewals = renewals;
		this.channels = channels;
		this.providers = providers;
		this.sealer = sealer;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether there is one. */
	boolean exist(NetworkId network, ProviderId provider) {
		return this.providers.configured(provider) && !find(network, provider).isEmpty();
	}

	/**
	 * Opens them, the one whose login lasts longest first. Access that has just ended is
	 * renewed where there is no other, which asks the network, so never inside a
	 * transaction.
	 */
	List<Loan> open(NetworkId network, ProviderId provider) {
		if (!this.providers.configured(provider)) {
			return List.of();
		}
		List<Lender> found = find(network, provider);
		List<Lender> able = found.stream().filter((lender) -> !lender.ended()).toList();
		return (able.isEmpty() ? found.stream().filter(this::isRenewed).limit(1) : able.stream())
			.flatMap((lender) -> loan(lender.channel(), provider).stream())
			.toList();
	}

	private boolean isRenewed(Lender lender) {
		try {
			return this.renewals.renewNow(lender.login()) == Renewals.Outcome.RENEWED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private List<Lender> find(NetworkId network, ProviderId provider) {
		return this.jdbc.sql("""
				select s.channel_id, s.login_id, coalesce(l.access_expires_at <= :now, false) as ended
				from connection_state(:now) s
				join channel c on c.id = s.channel_id
				join social_login l on l.id = s.login_id
				where s.organization_id = :organization and c.organization_id = :organization
					and l.organization_id = :organization and s.state in ('CONNECTED', 'EXPIRING')
					and c.network = :network and c.external_id is not null and l.provider = :provider
					and (coalesce(l.access_expires_at > :now, true)
						or l.refresh_token is not null and l.renewal_refused is null and l.in_doubt_since is null)
				order by l.deadline desc nulls first, s.channel_id limit :most
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("network", network.value())
			.param("provider", provider.value())
			.param("most", MOST)
			.query((row, number) -> new Lender(row.getObject("channel_id", UUID.class),
					row.getObject("login_id", UUID.class), row.getBoolean("ended")))
			.list();
	}

	private Optional<Loan> loan(UUID channelId, ProviderId provider) {
		String externalId = this.channels.get(channelId).externalId();
		try {
			return this.connections.findById(channelId).flatMap((connection) -> {
				Grant grant = Optional.ofNullable(connection.loginId())
					.flatMap(this.logins::find)
					.map(this.logins::open)
					.orElse(null);
				return (grant != null && externalId != null) ? Optional.of(new Loan(grant, externalId,
						token(channelId, connection.channelToken()), this.providers.registration(provider)))
						: Optional.empty();
			});
		}
		catch (UnreadableSecretException ex) {
			log.warn("Channel {} lends nothing, its key is missing", channelId);
			return Optional.empty();
		}
	}

	private @Nullable TokenValue token(UUID channelId, byte @Nullable [] sealed) {
		return (sealed != null) ? new TokenValue(
				this.sealer.open(sealed, new SealedPlace(Tenancy.current(), channelId, "connection.channel_token")))
				: null;
	}

	/**
	 * Who can lend.
	 *
	 * @param channel the channel
	 * @param login what carries it
	 * @param ended whether its access has to be renewed first
	 */
	private record Lender(UUID channel, UUID login, boolean ended) {
	}

}
