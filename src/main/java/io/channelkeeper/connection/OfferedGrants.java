package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
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

	/**
	 * Keeps what came back, for the half hour in which the creator may offer it.
	 * @return the id under which it is kept
	 */
	UUID keep(SignInAttempt attempt, Channel expected, Grant grant, ReachedChannel other) {
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
		return id;
	}

	Optional<OfferedChannel> ofAttempt(UUID attemptId) {
		return open("attempt_id = :value", attemptId).stream().findFirst();
	}

	/** Open offers of the same account that were made before this one. */
	List<UUID> earlier(UUID id) {
		return this.jdbc.sql("""
				select earlier.id from offered_channel earlier join offered_channel later
					on later.organization_id = earlier.organization_id and later.network = earlier.network
					and later.external_id = earlier.external_id and later.id <> earlier.id
				where later.id = :id and later.organization_id = :organization and earlier.offered_at is not null
					and earlier.decided_at is null
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Everything that was kept for a creator and is not decided. */
	List<UUID> ofCreator(UUID creatorId) {
		return this.jdbc.sql("""
				select id from offered_channel
				where creator_id = :creator and organization_id = :organization and decided_at is null
				""")
			.param("creator", creatorId)
			.param("organization", Tenancy.current())
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Makes an offer of what came back. Answers false when it is one already. */
	boolean offer(UUID id) {
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

	/** The same before the creator has chosen, too. */
	Optional<OfferedChannel> findKept(UUID id) {
		return open("id = :value", id).stream().findFirst();
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

	Optional<Origin> origin(UUID id) {
		return this.jdbc.sql("""
				select o.provider, o.external_user_id, o.creator_id, o.attempt_id, o.expected_channel_id, a.member_id
				from offered_channel o join sign_in_attempt a on a.id = o.attempt_id
				where o.id = :id and o.organization_id = :organization
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Origin(new ProviderId(row.getString("provider")),
					row.getString("external_user_id"), row.getObject("creator_id", UUID.class),
					row.getObject("attempt_id", UUID.class), row.getObject("expected_channel_id", UUID.class),
					row.getObject("member_id", UUID.class)))
			.optional();
	}

	/** Deletes, over all organizations, what was decided that long ago. */
	int eraseDecided(Instant before) {
		return this.jdbc.sql("delete from offered_channel where decided_at < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** What nobody offered, or nobody decided, in time, over all organizations. */
	List<Forgotten> forgotten() {
		return this.jdbc.sql("""
				select id, organization_id from offered_channel
				where decided_at is null and expires_at <= :now order by expires_at limit 500
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
		Network home = this.networks.get(network);
		String handle = row.getString("handle");
		String name = row.getString("display_name");
		return new OfferedChannel(row.getObject("id", UUID.class), row.getObject("creator_id", UUID.class),
				row.getObject("expected_channel_id", UUID.class), network, home.show(handle, name),
				home.showBeside(handle, name), SqlMoments.maybe(row, "offered_at"), SqlMoments.in(row, "expires_at"));
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
	 * @param user who that was
	 * @param creatorId to whom it is offered as a channel
	 * @param attemptId in which attempt
	 * @param expectedChannelId which channel was expected
	 * @param memberId the member who signed in, or null for the creator
	 */
	record Origin(ProviderId provider, String user, UUID creatorId, UUID attemptId, UUID expectedChannelId,
			@Nullable UUID memberId) {
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
