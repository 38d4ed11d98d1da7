package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ListedCreator.Outcome;
import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.EmailAddress;

/**
 * Recognises creators in a pasted list, and says what would become of each line. A line
 * with the e-mail address of a creator who is there adds its channels to that creator.
 */
@Component
public class ListReader {

	/** How many lines a list may have. */
	public static final int MAX_LINES = 500;

	private static final int LONGEST_LINE = 2000;

	private final ChannelReader reader;

	private final CreatorService creators;

	ListReader(ChannelReader reader, CreatorService creators) {
		this.reader = reader;
		this.creators = creators;
	}

	/** How many lines that are not blank the list has, a head included. */
	public int count(String list) {
		return PastedList.lines(list).size();
	}

	/** Recognises every line; nothing is saved. */
	@Transactional(readOnly = true)
	public List<ListedCreator> read(String list, @Nullable NetworkId bareHandles) {
		List<PastedLine> lines = PastedList.lines(list);
		Optional<ListHead> head = head(lines);
		List<ListCells> cells = new ArrayList<>();
		List<PastedLine> body = lines.subList(head.isPresent() ? 1 : 0, lines.size());
		List<TypedChannel> typed = new ArrayList<>();
		for (PastedLine line : body) {
			ListCells sorted = sort(line, head.orElse(null), bareHandles);
			cells.add(sorted);
			typed.addAll(sorted.channels());
		}
		List<ReadChannel> read = this.reader.read(typed);
		Resolution resolution = new Resolution();
		List<ListedCreator> listed = new ArrayList<>();
		int next = 0;
		for (int i = 0; i < body.size(); i++) {
			int end = next + cells.get(i).channels().size();
			listed.add(resolution.resolve(line(body.get(i), cells.get(i), head.isPresent(), read.subList(next, end))));
			next = end;
		}
		return listed;
	}

	/** What stays in the box: the wrong lines, below the list's head if it has one. */
	public String remainder(String list, List<ListedCreator> listed) {
		List<PastedLine> lines = PastedList.lines(list);
		List<String> wrong = listed.stream().filter(ListedCreator::wrong).map(ListedCreator::raw).toList();
		String rest = String.join("\n", wrong);
		return (head(lines).isPresent() && !wrong.isEmpty()) ? lines.getFirst().raw() + "\n" + rest : rest;
	}

	private Optional<ListHead> head(List<PastedLine> lines) {
		return lines.isEmpty() ? Optional.empty() : ListHead.of(lines.getFirst().cells(), this.reader::network);
	}

	private ListCells sort(PastedLine line, @Nullable ListHead head, @Nullable NetworkId bareHandles) {
		ListCells sorted = new ListCells(this.reader, bareHandles);
		if (line.raw().length() <= LONGEST_LINE) {
			for (int i = 0; i < line.cells().size(); i++) {
				sorted.add(line.cells().get(i), (head != null) ? head.at(i) : ListHead.Column.ANY);
			}
		}
		return sorted;
	}

	private static ListedCreator line(PastedLine line, ListCells cells, boolean headed, List<ReadChannel> channels) {
		String name = cells.name(headed);
		EmailAddress email = cells.email();
		if (name.isEmpty()) {
			name = channels.stream()
				.filter((one) -> one.address() != null)
				.map(ReadChannel::shown)
				.findFirst()
				.orElse("");
		}
		ListedCreator listed = new ListedCreator(line.number(), line.raw(), name, email, List.copyOf(channels),
				Outcome.NEW, null, null, null);
		if (line.raw().length() > LONGEST_LINE) {
			return listed.fails(TypedProblem.of("line-long"));
		}
		if (cells.problem() != null) {
			return listed.fails(cells.problem());
		}
		return (name.isEmpty() && email == null) ? listed.fails(TypedProblem.of("no-name")) : listed;
	}

	/** Decides line by line, knowing the lines before. */
	private final class Resolution {

		private final Map<String, Integer> lineOf = new HashMap<>();

		private ListedCreator resolve(ListedCreator line) {
			if (line.wrong()) {
				return line;
			}
			Creator there = Optional.ofNullable(line.email()).flatMap(ListReader.this.creators::byEmail).orElse(null);
			UUID own = (there != null) ? there.id() : null;
			Optional<TypedProblem> problem = line.channels()
				.stream()
				.filter((channel) -> channel.ownerId() == null || !channel.ownerId().equals(own))
				.map(ReadChannel::problem)
				.filter(Objects::nonNull)
				.map(Objects::requireNonNull)
				.findFirst();
			if (problem.isPresent()) {
				return line.fails(problem.get());
			}
			return (there != null) ? adds(line, there) : alone(line);
		}

		private ListedCreator adds(ListedCreator line, Creator there) {
			return line.becomes(line.additions().isEmpty() ? Outcome.KNOWN : Outcome.ADDS, there.id(), there.name());
		}

		private ListedCreator alone(ListedCreator line) {
			String key = (line.email() != null) ? line.email().key() : "";
			Integer earlier = this.lineOf.get(key);
			if (earlier != null) {
				return line.becomes(Outcome.JOINS, null, String.valueOf(earlier));
			}
			if (line.name().isEmpty()) {
				return line.fails(TypedProblem.of("no-name"));
			}
			if (!key.isEmpty()) {
				this.lineOf.put(key, line.number());
			}
			return line;
		}

	}

}
