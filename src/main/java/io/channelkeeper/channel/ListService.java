package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import io.channelkeeper.channel.ListedCreator.Outcome;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Saves a pasted list, each line for itself: one that fails keeps no other from being
 * saved.
 */
@Service
public class ListService {

	private final ListReader reader;

	private final ArrivalService arrivals;

	private final CreatorService creators;

	ListService(ListReader reader, ArrivalService arrivals, CreatorService creators) {
		this.reader = reader;
		this.arrivals = arrivals;
		this.creators = creators;
	}

	/** How many lines that are not blank the list has, a head included. */
	public int count(String list) {
		return this.reader.count(list);
	}

	/** Recognises every line; nothing is saved. */
	public List<ListedCreator> read(String list, @Nullable NetworkId bareHandles) {
		return this.reader.read(list, bareHandles);
	}

	/** What stays in the box: the wrong lines, below the list's head if it has one. */
	public String remainder(String list, List<ListedCreator> results) {
		return this.reader.remainder(list, results);
	}

	/**
	 * Recognises the list anew and saves what can be saved.
	 * @return each line with what became of it
	 */
	public List<ListedCreator> save(Viewer viewer, String list, ListOptions options) {
		viewer.require(Action.KEEP_PORTFOLIO);
		Map<String, UUID> saved = new HashMap<>();
		List<ListedCreator> results = new ArrayList<>();
		for (ListedCreator line : this.reader.read(list, options.network())) {
			results.add(line.wrong() ? line : save(viewer, line, options, saved));
		}
		return results;
	}

	private ListedCreator save(Viewer viewer, ListedCreator line, ListOptions options, Map<String, UUID> saved) {
		try {
			UUID target = (line.creatorId() != null) ? line.creatorId() : earlier(line, saved);
			if (target != null) {
				this.arrivals.addTo(viewer, target, line.additions());
				return line.becomes(line.outcome(), target, line.other());
			}
			if (line.name().isEmpty()) {
				return line.fails(TypedProblem.of("no-name"));
			}
			UUID id = this.arrivals.add(viewer, newCreator(line, options), line.additions());
			if (line.email() != null) {
				saved.put(line.email().key(), id);
			}
			return line.becomes(Outcome.NEW, id, null);
		}
		catch (ChannelTakenException ex) {
			Creator first = this.creators.get(ex.creatorId());
			return line.fails(new TypedProblem("taken-meanwhile", List.of(ex.handle(), first.name()), first.id()));
		}
	}

	private static @Nullable UUID earlier(ListedCreator line, Map<String, UUID> saved) {
		return (line.email() != null) ? saved.get(line.email().key()) : null;
	}

	private static NewCreator newCreator(ListedCreator line, ListOptions options) {
		return new NewCreator(line.name(), line.email(), options.language(), options.lookedAfterBy(), options.tags());
	}

}
