"""What is measured: each server as a process on loopback, with its data in a folder of its own."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

START_SECONDS = 120
STOP_SECONDS = 30
IDLE_SECONDS = 0.1  # of processor time in two seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Started by `with`, or by start(); stopped whatever happens by Bench."""

    name = ""

    def __init__(self, folder, nodelay=False):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.nodelay = nodelay
        self.process = None
        self.dimse = free_port()
        self.http = free_port()

    def command(self):
        raise NotImplementedError

    def is_ready(self):
        raise NotImplementedError

    def start(self):
        environment = dict(os.environ)
        environment.pop("TCP_NODELAY", None)
        if self.nodelay:
            environment["TCP_NODELAY"] = "1"
        command = self.command()
        try:
            with open(self.folder / "log", "ab") as log:
                self.process = subprocess.Popen(command, env=environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                                                stdout=log, stderr=log)
            self.wait_until_ready()
        except BaseException:  # also when somebody wants to end us: nobody else knows of the process yet
            self.stop()
            raise
        return self

    def wait_until_ready(self):
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                log = (self.folder / "log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self.name} does not start:\n{log}")
            time.sleep(0.02)

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def url(self, path):
        return f"http://127.0.0.1:{self.http}{path}"

    def answers_http(self, path):
        try:
            with urllib.request.urlopen(self.url(path), timeout=5):
                return True
        except OSError:
            return False

    def answers_echo(self):
        return subprocess.run(["echoscu", "-q", "-aec", "ANY", "127.0.0.1", str(self.dimse)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait_until_idle(self, seconds):
        """Until it has done next to nothing for two seconds, or as many seconds as given are over."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            before = self.processor_seconds()
            time.sleep(2)
            if self.processor_seconds() - before < IDLE_SECONDS:
                return

    def memory_mb(self, field="VmHWM"):
        """VmHWM, the peak, or VmRSS, now, in MiB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no such process")


class Cassette(Server):
    name = "Cassette"

    def __init__(self, folder, binary):
        super().__init__(folder)
        self.binary = binary

    def command(self):
        return [self.binary, "serve", "--data", self.folder / "data", "--http", f"127.0.0.1:{self.http}", "--dimse",
                f"127.0.0.1:{self.dimse}", "--log-level", "warn"]

    def is_ready(self):
        return self.answers_http("/health")

    def associations(self):
        """How many are open now."""
        with urllib.request.urlopen(self.url("/metrics"), timeout=5) as answer:
            return int(float(re.search(r"^cassette_associations (\S+)", answer.read().decode(), re.MULTILINE).group(1)))

    def wait_for_associations(self, count):
        deadline = time.monotonic() + START_SECONDS
        while self.associations() < count:
            if time.monotonic() > deadline:
                raise RuntimeError(f"{count} associations do not open")
            time.sleep(0.02)


class Orthanc(Server):
    name = "Orthanc"
    plugin = pathlib.Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")

    def command(self):
        data = str(self.folder / "data")
        configuration = {"StorageDirectory": data, "IndexDirectory": data, "DicomPort": self.dimse,
                         "HttpPort": self.http, "RemoteAccessAllowed": False, "AuthenticationEnabled": False,
                         "Plugins": [str(self.plugin)], "DicomWeb": {"Enable": True, "Root": "/dicom-web/"}}
        (self.folder / "orthanc.json").write_text(json.dumps(configuration))
        return [shutil.which("Orthanc") or "/usr/sbin/Orthanc", self.folder / "orthanc.json"]

    def is_ready(self):
        return self.answers_http("/system")

    def studies(self):
        with urllib.request.urlopen(self.url("/statistics"), timeout=30) as answer:
            return json.load(answer)["CountStudies"]


class StoreSCP(Server):
    name = "storescp"

    def command(self):
        (self.folder / "data").mkdir(exist_ok=True)
        return ["storescp", "-od", self.folder / "data", str(self.dimse)]

    def is_ready(self):
        return self.answers_echo()


class DcmQrSCP(Server):
    name = "dcmqrscp"

    def command(self):
        (self.folder / "data").mkdir(exist_ok=True)
        (self.folder / "dcmqrscp.cfg").write_text(
            f"NetworkTCPPort = {self.dimse}\nMaxPDUSize = 131072\nMaxAssociations = 16\n"
            "HostTable BEGIN\nHostTable END\nVendorTable BEGIN\nVendorTable END\nAETable BEGIN\n"
            f"ANY {self.folder / 'data'} RW (1000, 1024mb) ANY\nAETable END\n")
        return ["dcmqrscp", "-c", self.folder / "dcmqrscp.cfg"]

    def is_ready(self):
        return self.answers_echo()


class Nginx(Server):
    """The files below `files`, as they are."""

    name = "nginx"

    def command(self):
        self.files = self.folder / "files"
        self.files.mkdir(exist_ok=True)
        (self.files / "ready").write_text("ready")
        (self.folder / "nginx.conf").write_text(f"""
daemon off; worker_processes auto; pid {self.folder}/pid; error_log {self.folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000; open_file_cache max=2000;
    client_body_temp_path {self.folder}/t1; proxy_temp_path {self.folder}/t2; fastcgi_temp_path {self.folder}/t3;
    uwsgi_temp_path {self.folder}/t4; scgi_temp_path {self.folder}/t5;
    server {{ listen 127.0.0.1:{self.http} reuseport; root {self.files}; }}
}}
""")
        return ["nginx", "-p", self.folder, "-e", self.folder / "error.log", "-c", self.folder / "nginx.conf"]

    def is_ready(self):
        return self.answers_http("/ready")

    def put(self, name, content):
        (self.files / name).write_bytes(content)
        os.chmod(self.files, 0o755)
        return "/" + name
