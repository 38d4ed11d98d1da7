package io.channelkeeper.portfolio;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;

/**
 * Makes many connections at once, in every state. A creator has five channels on one
 * login; one login in ten was given up, and one channel in twenty put away.
 */
@Component
public class ManyConnections {

	private final JdbcClient jdbc;

	private final Clock clock;

	ManyConnections(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** So many connections of the viewer's organization. */
	public void make(Viewer viewer, int count) {
		int all = count + count / 20;
		run(viewer, all / 5 + 1,
				"""
						insert into creator (id, version, organization_id, name, language, looked_after_by, created_at)
						select %s, 0, :organization, 'Creator ' || n, 'en', case when n %% 10 = 0 then cast(:member as uuid) end, :now
						from generate_series(0, :count - 1) n
						"""
					.formatted(id("creator", "n")));
		run(viewer, all, """
				insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at,
					archived_at)
				select %s, 0, :organization, %s, case when n %% 2 = 0 then 'instagram' else 'facebook' end,
					'handle' || n, 'handle' || n, :now, case when n >= %d then cast(:now as timestamptz) end
				from generate_series(0, :count - 1) n
				""".formatted(id("channel", "n"), id("creator", "n / 5"), count));
		run(viewer, all / 5 + 1 + all / 50,
				"""
						insert into social_login (id, version, organization_id, provider, external_user_id, external_user_name,
							scopes, access_token, deadline, deadline_source, connected_at, invalid_cause, invalid_since,
							unreadable_since)
						select %1$s, 0, :organization, 'facebook', 'user' || n, 'Person ' || n, '{}',
							case when n <= %2$d then '\\x00'::bytea end,
							case when n > %2$d then null when n %% 100 = 0 then cast(:now as timestamptz) - n * interval '1 minute'
								when n %% 40 in (1, 2) then cast(:now as timestamptz) + n * interval '1 second'
								when n %% 2 = 0 then cast(:now as timestamptz) + interval '20 days' + n * interval '1 minute' end,
							'REPORTED', cast(:now as timestamptz) - n * interval '1 minute',
							case when n <= %2$d and n %% 100 = 5 then 'PASSWORD_CHANGED' end,
							case when n <= %2$d and n %% 100 = 5 then cast(:now as timestamptz) - n * interval '1 minute' end,
							case when n <= %2$d and n %% 100 = 7 then cast(:now as timestamptz) - n * interval '1 minute' end
						from generate_series(0, :count - 1) n
						"""
					.formatted(id("login", "n"), all / 5));
		run(viewer, all,
				"""
						insert into connection (channel_id, version, organization_id, login_id, granted, missing, connected_at,
							connected_by_member, connected_by_creator, lost_cause, lost_since, disconnected_at)
						select %s, 0, :organization, case when n %% 100 not between 40 and 44 then %s end, '{}', '{}',
							cast(:now as timestamptz) - n * interval '1 minute', case when n %% 3 = 0 then cast(:member as uuid) end, n %% 3 <> 0,
							case when n %% 100 = 11 then 'ROLE_LOST' end,
							case when n %% 100 = 11 then cast(:now as timestamptz) - n * interval '1 minute' end,
							case when n %% 100 between 40 and 44 then cast(:now as timestamptz) - n * interval '1 minute' end
						from generate_series(0, :count - 1) n
						"""
					.formatted(id("channel", "n"), id("login", "n / 5")));
		this.jdbc.sql("analyze creator, channel, social_login, connection").update();
	}

	/** Leaves no heap behind for the rounds that look at every organization. */
	public void forget(Viewer viewer) {
		for (String table : List.of("warning", "data_gap", "connection", "social_login", "channel", "creator")) {
			this.jdbc.sql("delete from " + table + " where organization_id = ?")
				.param(viewer.organizationId())
				.update();
		}
	}

	private static String id(String what, String number) {
		return "cast(md5(cast(:organization as text) || '%s' || %s) as uuid)".formatted(what, number);
	}

	private void run(Viewer viewer, int count, String sql) {
		this.jdbc.sql(sql)
			.param("organization", viewer.organizationId())
			.param("member", viewer.memberId())
			.param("count", count)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
