package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Access on its way back, sealed until the network has taken it, and marks of what was
 * begun to be given back.
 */
@Repository
class AccessReturnRows {

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

	private static final int AT_ONCE = 100;

	/** How long it may take to ask everything of somebody who came back. */
	static final Duration COMING_IN = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final JsonMapper json;

	private final SocialLogins logins;

	private final Clock clock;

	AccessReturnRows(JdbcClient jdbc, Sealer sealer, JsonMapper json, SocialLogins logins, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.json = json;
		this.logins = logins;
		this.clock = clock;
	}

	void insert(ProviderId provider, Grant grant, @Nullable UUID channelId, Instant due) {
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into access_return (id, organization_id, provider, external_user_id, grant_sealed, channel_id,
					created_at, due_at)
				values (:id, :organization, :provider, :user, :grant, :channel, :now, :due)
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("user", grant.userId())
			.param("grant", this.sealer.seal(this.json.writeValueAsString(grant), place(Tenancy.current(), id)))
			.param("channel", channelId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("due", due.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** What is due over all organizations. */
	List<Due> claim(Instant now) {
		return claim(now, "true", AT_ONCE);
	}

	/** What the bound organization gave up and nobody tried to give back yet. */
	List<Due> claimNew(Instant now, int most) {
		return claim(now, "attempts = 0 and organization_id = :organization", most);
	}

	/**
	 * Takes what is due and puts its next trial off, each time longer, so that nobody
	 * else takes it too.
	 */
	private List<Due> claim(Instant now, String condition, int most) {
		return this.jdbc.sql("""
				update access_return set attempts = attempts + 1,
					due_at = :now + make_interval(secs => least(:longest, :first * power(2, least(attempts, 20))))
				where id in (select id from access_return r where due_at <= :now and %s
					and not exists (select 1 from sign_in_attempt a where a.channel_id = r.channel_id
						and a.provider = r.provider and a.ended_at is null and a.expires_at > :now)
					order by due_at limit :most for update skip locked)
				returning *
				""".formatted(condition))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("first", FIRST_PAUSE.toSeconds())
			.param("longest", LONGEST_PAUSE.toSeconds())
			.param("most", most)
			.param("organization", Tenancy.current())
			.query((row, number) -> due(row))
			.list();
	}

	/**
	 * Looks once more while nobody can change what hangs on the person, and leaves a mark
	 * that a sign-in which comes in from now on will find: the network itself is asked
	 * without any lock. Whoever is just coming in at this provider may be the same person
	 * and is let through first.
	 * @return whether the network may be asked now
	 */
	@Transactional
	public boolean begin(Due due, Instant now) {
		this.logins.lock(due.provider(), due.user());
		if (isUsed(due)) {
			delete(due.id());
			return false;
		}
		if (isComingIn(due.provider(), now.minus(COMING_IN))) {
			putOff(due.id(), now.plus(COMING_IN));
			return false;
		}
		mark(due, now);
		return true;
	}

	/** Whether any organization has, or may soon have, use for the person's consent. */
	private boolean isUsed(Due due) {
		return this.jdbc.sql("""
				select exists (select 1 from social_login
						where provider = :provider and external_user_id = :user and access_token is not null)
					or exists (select 1 from offered_channel
						where provider = :provider and external_user_id = :user and decided_at is null
							and grant_sealed is not null)
				""").param("provider", due.provider().value()).param("user", due.user()).query(Boolean.class).single();
	}

	/** Whether somebody came back from this provider and is not decided on yet. */
	private boolean isComingIn(ProviderId provider, Instant since) {
		return this.jdbc.sql("""
				select exists (select 1 from sign_in_attempt
					where provider = :provider and used_at > :since and ended_at is null)
				""")
			.param("provider", provider.value())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	void putOff(UUID id, Instant until) {
		this.jdbc.sql("update access_return set due_at = :until where id = :id")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	private void mark(Due due, Instant now) {
		this.jdbc.sql("""
				insert into access_given_back (provider, external_user_id, begun_at) values (:provider, :user, :now)
				on conflict (provider, external_user_id) do update set begun_at = :now
				""")
			.param("provider", due.provider().value())
			.param("user", due.user())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	boolean isBegunSince(SignInAttempt attempt, String user) {
		return this.jdbc.sql("""
				select exists (select 1 from access_given_back b join sign_in_attempt a on a.provider = b.provider
					where a.id = :attempt and a.organization_id = :organization and b.external_user_id = :user
						and b.begun_at >= a.used_at)
				""")
			.param("attempt", attempt.id())
			.param("organization", attempt.organizationId())
			.param("user", user)
			.query(Boolean.class)
			.single();
	}

	void eraseMarks(Instant before) {
		this.jdbc.sql("delete from access_given_back where begun_at < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
	}

	Grant open(Due due) {
		return this.json.readValue(this.sealer.open(due.sealed(), place(due.organization(), due.id())), Grant.class);
	}

	/** Keeps the tokens that took the place of those that were to be given back. */
	void replace(Due due, Grant next) {
		this.jdbc.sql("update access_return set grant_sealed = :grant where id = :id")
			.param("grant", this.sealer.seal(this.json.writeValueAsString(next), place(due.organization(), due.id())))
			.param("id", due.id())
			.update();
	}

	void delete(UUID id) {
		this.jdbc.sql("delete from access_return where id = :id").param("id", id).update();
	}

	private static Due due(ResultSet row) throws SQLException {
		return new Due(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				new ProviderId(row.getString("provider")), row.getString("external_user_id"),
				row.getBytes("grant_sealed"), SqlMoments.in(row, "created_at"));
	}

	private static SealedPlace place(UUID organization, UUID id) {
		return new SealedPlace(organization, id, "access_return.grant_sealed");
	}

	/**
	 * One row that is due.
	 *
	 * @param id its id
	 * @param organization whose access it was
	 * @param provider where it goes back to
	 * @param user whose consent it was
	 * @param sealed the sealed grant
	 * @param createdAt since when it is on its way
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Due(UUID id, UUID organization, ProviderId provider, String user, byte[] sealed, Instant createdAt) {
	}

}
