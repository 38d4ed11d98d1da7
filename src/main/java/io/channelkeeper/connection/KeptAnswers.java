package io.channelkeeper.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.UnreadableSecretException;

/**
 * Answers of networks that the database could not take yet, sealed in files, so that they
 * survive this process. Each is named by its login and the version of the tokens that it
 * follows.
 */
@Component
class KeptAnswers {

	private static final Logger log = LoggerFactory.getLogger(KeptAnswers.class);

	private static final String ENDING = ".answer";

	private final Path folder;

	private final Sealer sealer;

	private final JsonMapper json;

	KeptAnswers(@Value("${channelkeeper.data-directory:data}") Path data, Sealer sealer, JsonMapper json) {
		this.folder = data.resolve("answers");
		this.sealer = sealer;
		this.json = json;
	}

	/** Writes an answer down; a file that cannot be written is only logged. */
	void keep(LoginRow.Asked asked, Grant answer) {
		Path file = file(asked);
		try {
			Files.createDirectories(this.folder);
			Path unfinished = Files.createTempFile(this.folder, "answer", ".part");
			Files.write(unfinished, this.sealer.seal(this.json.writeValueAsString(answer), place(asked)));
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			log.error("An answer for login {} cannot be written to {}: it is kept in memory only", asked.login(),
					this.folder, ex);
		}
	}

	void drop(LoginRow.Asked asked) {
		try {
			Files.deleteIfExists(file(asked));
		}
		catch (IOException ex) {
			log.warn("{} is left behind; it is harmless", file(asked), ex);
		}
	}

	/** Hands over everything that was written down; what was taken over is deleted. */
	void takeUp(BiConsumer<LoginRow.Asked, Grant> storing) {
		for (Path file : files()) {
			LoginRow.Asked asked = asked(file);
			if (asked == null) {
				continue;
			}
			try {
				String clear = this.sealer.open(Files.readAllBytes(file), place(asked));
				storing.accept(asked, this.json.readValue(clear, Grant.class));
				drop(asked);
			}
			catch (NoSuchFileException ex) {
				log.debug("Another process took {}", file);
			}
			catch (IOException | UnreadableSecretException | JacksonException ex) {
				log.error("The answer in {} cannot be read: {}", file, ex.getClass().getSimpleName());
			}
		}
	}

	private List<Path> files() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(ENDING)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(LoginRow.Asked asked) {
		return this.folder.resolve(String.join("_", asked.organization().toString(), asked.login().toString(),
				asked.provider().value(), Long.toString(asked.version())) + ENDING);
	}

	private static LoginRow.@Nullable Asked asked(Path file) {
		String[] parts = file.getFileName().toString().replace(ENDING, "").split("_", -1);
		try {
			return (parts.length == 4) ? new LoginRow.Asked(UUID.fromString(parts[0]), UUID.fromString(parts[1]),
					new ProviderId(parts[2]), Long.parseLong(parts[3])) : null;
		}
		catch (IllegalArgumentException ex) {
			log.warn("{} is no answer of ours", file);
			return null;
		}
	}

	private static SealedPlace place(LoginRow.Asked asked) {
		return new SealedPlace(asked.organization(), asked.login(), "answer." + asked.version());
	}

}
