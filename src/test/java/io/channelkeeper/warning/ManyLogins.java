package io.channelkeeper.warning;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Makes many connected channels at once. One login in five ends on a day of one's choice,
 * the others months later, spread over two years.
 */
final class ManyLogins {

	private ManyLogins() {
	}

	/** So many organizations with one member and so many channels each. */
	static void make(ExpiryScene scene, int organizations, int each, Instant ends) {
		UUID[] ids = IntStream.range(0, organizations)
			.mapToObj((number) -> scene.organization("Europe/Berlin"))
			.toArray(UUID[]::new);
		for (UUID id : ids) {
			scene.member(id);
			fill(scene, id, each, ends);
		}
		scene.jdbc.sql("analyze creator, channel, social_login, connection").update();
	}

	private static void fill(ExpiryScene scene, UUID organization, int count, Instant ends) {
		run(scene, organization, count, ends, """
				insert into creator (id, version, organization_id, name, language, created_at)
				select %s, 0, :organization, 'Creator ' || n, 'en', :ends from generate_series(1, :count) n
				""".formatted(id("creator")));
		run(scene, organization, count, ends,
				"""
						insert into channel (id, version, organization_id, creator_id, network, handle, handle_key, added_at)
						select %s, 0, :organization, %s, case when n %% 2 = 0 then 'instagram' else 'facebook' end, 'handle' || n,
							'handle' || n, :ends from generate_series(1, :count) n
						"""
					.formatted(id("channel"), id("creator")));
		run(scene, organization, count, ends,
				"""
						insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
							deadline, deadline_source, connected_at)
						select %s, 0, :organization, 'facebook', 'user' || n, '{}', '\\x00',
							cast(:ends as timestamptz) + case when n %% 5 = 0 then n %% 3600 * interval '1 second'
								else interval '1000 hours' + n %% 500 * interval '24 hours' end,
							'REPORTED', cast(:ends as timestamptz) - interval '2000 hours' from generate_series(1, :count) n
						"""
					.formatted(id("login")));
		run(scene, organization, count, ends,
				"""
						insert into connection (channel_id, version, organization_id, login_id, last_login_id, granted, missing,
							connected_at, connected_by_creator)
						select %s, 0, :organization, %s, %s, '{}', '{}', cast(:ends as timestamptz) - interval '2000 hours', true
						from generate_series(1, :count) n
						"""
					.formatted(id("channel"), id("login"), id("login")));
	}

	private static String id(String what) {
		return "cast(md5(cast(:organization as text) || '%s' || n) as uuid)".formatted(what);
	}

	private static void run(ExpiryScene scene, UUID organization, int count, Instant ends, String sql) {
		scene.jdbc.sql(sql)
			.param("organization", organization)
			.param("count", count)
			.param("ends", ExpiryScene.at(ends))
			.update();
	}

}
