package io.channelkeeper.connection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

/**
 * Counts whether help helped, for the bound organization and without keeping who said so
 * (M-35).
 */
@Service
public class HelpAnswers {

	private static final String PAGE = "PAGE";

	private final JdbcClient jdbc;

	HelpAnswers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds one answer.
	 * @param about the cause that was read about, or null for the whole page
	 */
	@Transactional
	public void add(NetworkId network, @Nullable Cause about, boolean helped) {
		this.jdbc.sql("""
				insert into help_answer as a (organization_id, network, topic, helped, not_helped)
				values (:organization, :network, :topic, :helped, :not_helped)
				on conflict (organization_id, network, topic) do update
					set helped = a.helped + excluded.helped, not_helped = a.not_helped + excluded.not_helped
				""")
			.param("organization", Tenancy.current())
			.param("network", network.value())
			.param("topic", (about != null) ? about.name() : PAGE)
			.param("helped", helped ? 1 : 0)
			.param("not_helped", helped ? 0 : 1)
			.update();
	}

	/** What was answered so far, by network. */
	@Transactional(readOnly = true)
	public Map<NetworkId, HelpCount> counts(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		List<Map.Entry<NetworkId, HelpCount>> counts = this.jdbc.sql("""
				select network, sum(helped) as helped, sum(helped + not_helped) as answers from help_answer
				where organization_id = :organization group by network
				""")
			.param("organization", Tenancy.current())
			.query((row, number) -> Map.entry(new NetworkId(row.getString("network")),
					new HelpCount(row.getLong("helped"), row.getLong("answers"))))
			.list();
		return counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * What was answered.
	 *
	 * @param helped how many said that it helped
	 * @param answers how many answered
	 */
	public record HelpCount(long helped, long answers) {

	}

}
