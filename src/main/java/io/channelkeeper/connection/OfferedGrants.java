package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Offers of another channel, each with its sealed grant.
 */
@Repository
class OfferedGrants {

	private static final Duration TO_CHOOSE = Duration.ofMinutes(30);

	private static final Duration TO_DECIDE = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final JsonMapper json;

	private final Networks networks;

	private final Clock clock;

	OfferedGrants(JdbcClient jdbc, Sealer sealer, JsonMapper json, Networks networks, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.json = json;
		this.networks = networks;
		this.clock = clock;
	}

	/** Keeps what came back, for the half hour in which the creator may offer it. */
	void keep(SignInAttempt attempt, Channel expected, Grant grant, ReachedChannel other) {
		UUID id = Ids.next();
		Profile profile = other.profile();
		String kept = this.json.writeValueAsString(new Kept(grant, other));
		this.jdbc.sql("""
				insert into offered_channel (id, organization_id, creator_id, expected_channel_id, attempt_id, provider,
					external_user_id, network, external_id, handle, display_name, grant_sealed, expires_at)
				values (:id, :organization, :creator, :expected, :attempt, :provider, :user, :network, :externalId,
					:handle, :name, :grant, :expires)
				""")
			.param("id", id)
			.param("organization", attempt.organizationId())
			.param("creator", expected.creatorId())
			.param("expected", expected.id())
			.param("attempt", attempt.id())
			.param("provider", attempt.provider().value())
			.param("user", grant.userId())
			.param("network", profile.network().value())
			.param("externalId", profile.externalId())
			.param("handle", profile.handle())
			.param("name", profile.displayName())
			.param("grant", this.sealer.seal(kept, place(attempt.organizationId(), id)))
			.param("expires", now(TO_CHOOSE))
			.update();
	}

	Optional<OfferedChannel> ofAttempt(UUID attemptId) {
		return open("attempt_id = :value", attemptId).stream().findFirst();
	}

	/**
	 * Makes an offer of what came back; an earlier offer of the same account ends.
	 * Answers false when it is one already.
	 */
	boolean offer(UUID id) {
		this.jdbc.sql("""
				update offered_channel earlier set decided_at = :now, accepted = false, grant_sealed = null
				from offered_channel later
				where later.id = :id and later.organization_id = :organization and earlier.id <> later.id
					and earlier.organization_id = later.organization_id and earlier.network = later.network
					and earlier.external_id = later.external_id and earlier.offered_at is not null
					and earlier.decided_at is null
				""").param("now", now(Duration.ZERO)).param("id", id).param("organization", Tenancy.current()).update();
		return this.jdbc.sql("""
				update offered_channel set offered_at = :now, expires_at = :expires
				where id = :id and organization_id = :organization and offered_at is null and decided_at is null
					and expires_at > :now
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.param("now", now(Duration.ZERO))
			.param("expires", now(TO_DECIDE))
			.update() == 1;
	}

	List<OfferedChannel> offered() {
		return open("offered_at is not null and :value::uuid is null", null);
	}

	Optional<OfferedChannel> find(UUID id) {
		return open("offered_at is not null and id = :value", id).stream().findFirst();
	}

	/** Settles an offer and hands its grant out, once. */
	Optional<Kept> settle(UUID id, boolean accepted, @Nullable UUID member) {
		return this.jdbc.sql("""
				update offered_channel offer set decided_at = :now, accepted = :accepted, decided_by = :member,
					grant_sealed = null
				from (select id, grant_sealed, provider from offered_channel
					where id = :id and organization_id = :organization and decided_at is null
						and grant_sealed is not null for update) before
				where offer.id = before.id
				returning before.grant_sealed
				""")
			.param("now", now(Duration.ZERO))
			.param("accepted", accepted)
			.param("member", member)
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> this.json.readValue(this.sealer.open(row.getBytes(1), place(Tenancy.current(), id)),
					Kept.class))
			.optional();
	}

	Origin origin(UUID id) {
		return this.jdbc.sql("""
				select provider, attempt_id from offered_channel where id = :id and organization_id = :organization
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Origin(new ProviderId(row.getString("provider")),
					row.getObject("attempt_id", UUID.class)))
			.single();
	}

	/** Erases, over all organizations, what no creator offered in time. */
	int eraseUnoffered() {
		return this.jdbc.sql("""
				update offered_channel set grant_sealed = null, decided_at = :now
				where decided_at is null and offered_at is null and expires_at <= :now
				""").param("now", now(Duration.ZERO)).update();
	}

	/** Offers of all organizations that nobody decided in time. */
	List<Forgotten> forgotten() {
		return this.jdbc.sql("""
				select id, organization_id from offered_channel
				where decided_at is null and offered_at is not null and expires_at <= :now limit 500
				""")
			.param("now", now(Duration.ZERO))
			.query((row, number) -> new Forgotten(row.getObject("organization_id", UUID.class),
					row.getObject("id", UUID.class)))
			.list();
	}

	private List<OfferedChannel> open(String condition, @Nullable UUID value) {
		return this.jdbc
			.sql("select * from offered_channel where organization_id = :organization and decided_at is null"
					+ " and expires_at > :now and " + condition + " order by offered_at, id")
			.param("organization", Tenancy.current())
			.param("now", now(Duration.ZERO))
			.param("value", value)
			.query((row, number) -> offer(row))
			.list();
	}

	private OfferedChannel offer(ResultSet row) throws SQLException {
		NetworkId network = new NetworkId(row.getString("network"));
		Timestamp offeredAt = row.getTimestamp("offered_at");
		return new OfferedChannel(row.getObject("id", UUID.class), row.getObject("creator_id", UUID.class),
				row.getObject("expected_channel_id", UUID.class), network,
				this.networks.get(network).show(row.getString("handle")), row.getString("display_name"),
				(offeredAt != null) ? offeredAt.toInstant() : null, row.getTimestamp("expires_at").toInstant());
	}

	private Object now(Duration later) {
		Instant moment = this.clock.instant().plus(later);
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static SealedPlace place(UUID organization, UUID id) {
		return new SealedPlace(organization, id, "offered_channel.grant_sealed");
	}

	/**
	 * What is sealed with an offer.
	 *
	 * @param grant the person's grant
	 * @param channel the channel it reaches
	 */
	record Kept(Grant grant, ReachedChannel channel) {
	}

	/**
	 * Where an offer comes from.
	 *
	 * @param provider through whom the person signed in
	 * @param attemptId in which attempt
	 */
	record Origin(ProviderId provider, UUID attemptId) {
	}

	/**
	 * An offer that nobody decided.
	 *
	 * @param organizationId whose it is
	 * @param id the offer
	 */
	record Forgotten(UUID organizationId, UUID id) {
	}

}
