package practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what happened at the practice networks in a folder, every second, so that it
 * outlives the process.
 */
final class Memory {

	private final Path folder;

	private final List<PracticeProvider> providers;

	private final Mailbox mailbox;

	private final JsonMapper json;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Map<String, String> last = new HashMap<>();

	private int lastMails;

	private Memory(Path folder, List<PracticeProvider> providers, Mailbox mailbox, JsonMapper json) {
		this.folder = folder;
		this.providers = providers;
		this.mailbox = mailbox;
		this.json = json;
	}

	/** Takes up what the folder keeps, and keeps it from then on. */
	static Memory keep(Path folder, List<PracticeProvider> providers, Mailbox mailbox, JsonMapper json) {
		Memory memory = new Memory(folder, providers, mailbox, json);
		memory.recall();
		Thread.ofPlatform().daemon().name("practice-memory").start(memory::writeEverySecond);
		return memory;
	}

	/** Writes everything that is not written yet. */
	synchronized void write() {
		try {
			for (PracticeProvider provider : this.providers) {
				writeNotes(provider);
			}
			writeMails(this.mailbox.raw());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void writeNotes(PracticeProvider provider) throws IOException {
		String now = this.json.writeValueAsString(provider.notes());
		if (!now.equals(this.last.put(provider.name(), now))) {
			Path draft = Files.writeString(this.folder.resolve(provider.name() + ".json.draft"), now);
			Files.move(draft, this.folder.resolve(provider.name() + ".json"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	void stop() {
		this.stopped.countDown();
		write();
	}

	private void writeEverySecond() {
		try {
			while (!this.stopped.await(1, TimeUnit.SECONDS)) {
				write();
			}
		}
		catch (UncheckedIOException ex) {
			System.err.println("The practice networks remember no more: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void writeMails(List<byte[]> mails) throws IOException {
		if (mails.size() < this.lastMails) {
			for (Path file : files()) {
				Files.delete(file);
			}
			this.lastMails = 0;
		}
		for (; this.lastMails < mails.size(); this.lastMails++) {
			Files.write(this.folder.resolve("%06d.eml".formatted(this.lastMails)), mails.get(this.lastMails));
		}
	}

	private void recall() {
		try {
			Files.createDirectories(this.folder);
			for (PracticeProvider provider : this.providers) {
				Path file = this.folder.resolve(provider.name() + ".json");
				if (Files.exists(file)) {
					provider.recall(Files.readString(file));
				}
			}
			for (Path mail : files()) {
				this.mailbox.put(Files.readAllBytes(mail));
			}
			this.lastMails = this.mailbox.raw().size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(".eml")).sorted().toList();
		}
	}

}
