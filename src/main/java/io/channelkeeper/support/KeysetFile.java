package io.channelkeeper.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The file that a keyset lies in, readable for its owner only. It is replaced as a whole:
 * whoever reads it meanwhile finds the old keys or the new ones.
 */
public final class KeysetFile {

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private final Path path;

	/**
	 * A file.
	 * @param path its path, as it is or behind {@code file:}
	 */
	public KeysetFile(String path) {
		this.path = Path.of(path.startsWith(Keyset.FILE) ? path.substring(Keyset.FILE.length()) : path)
			.toAbsolutePath();
	}

	public Path path() {
		return this.path;
	}

	public boolean exists() {
		return Files.exists(this.path);
	}

	/** Writes a new keyset, and the folders above it. */
	public Keyset create() throws GeneralSecurityException, IOException {
		Path folder = this.path.getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		Keyset keyset = Keyset.create();
		Files.createFile(this.path, OWNER_ONLY);
		Files.writeString(this.path, keyset.encoded(), StandardOpenOption.WRITE);
		return keyset;
	}

	/**
	 * Reads the keyset.
	 * @throws NoSuchFileException if there is no such file
	 * @throws GeneralSecurityException if it holds no keyset
	 */
	public Keyset read() throws GeneralSecurityException, IOException {
		return Keyset.parse(Files.readString(this.path));
	}

	/** Adds a key; what is sealed with stays as it is. */
	public Keyset rotate() throws GeneralSecurityException, IOException {
		Keyset rotated = read().withNewKey();
		// A link is kept, and the file that it leads to is replaced.
		Path file = this.path.toRealPath();
		UserPrincipal owner = Files.getOwner(file);
		Path unfinished = Files.createTempFile(file.getParent(), "keyset", ".part", OWNER_ONLY);
		try {
			write(unfinished, rotated.encoded());
			if (!owner.equals(Files.getOwner(unfinished))) {
				Files.setOwner(unfinished, owner);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
		return rotated;
	}

	private static void write(Path file, String content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

}
